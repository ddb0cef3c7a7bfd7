package io.stockmate.emulators;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who listen to one stream. */
final class RecordListeners {
    private static final Logger LOG = LoggerFactory.getLogger(RecordListeners.class);

    private final List<RecordListener> listeners = new CopyOnWriteArrayList<>();

    void add(RecordListener listener) {
        listeners.add(listener);
    }

    void remove(RecordListener listener) {
        listeners.remove(listener);
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void onRecord(KinesisRecord record) {
        for (RecordListener listener : listeners) {
            if (fails(listener, record)) {
                remove(listener);
            }
        }
    }

    private static boolean fails(RecordListener listener, KinesisRecord record) {
        try {
            listener.onRecord(record);
            return false;
        } catch (RuntimeException failure) {
            LOG.error("{} failed at {} and is not told of further records", listener, record, failure);
            return true;
        }
    }
}
