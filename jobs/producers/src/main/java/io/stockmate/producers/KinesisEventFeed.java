package io.stockmate.producers;

import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.connectors.wire.UnreadableEvent;
import io.stockmate.core.message.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events from Kinesis. The stream is opened by the first poll that can, so that it may come up later. Records that are
 * no event of this version are passed over with a warning.
 */
public final class KinesisEventFeed implements EventFeed {
    private static final Logger LOG = LoggerFactory.getLogger(KinesisEventFeed.class);

    private final SourceSettings settings;
    private final EventCodec codec = new EventCodec();
    private @Nullable KinesisReader reader;

    public KinesisEventFeed(SourceSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Event> poll() throws InterruptedException {
        if (reader == null) {
            reader = KinesisReader.open(settings);
        }
        List<ArrivedRecord> records = reader.poll();
        List<Event> events = new ArrayList<>(records.size());
        for (ArrivedRecord record : records) {
            try {
                events.add(codec.decode(record.data()));
            } catch (UnreadableEvent unreadable) {
                LOG.warn(
                        "passed over record {} of shard {}: {}",
                        record.cause().sequenceNumber(),
                        record.cause().shardId(),
                        unreadable.getMessage());
            }
        }
        return events;
    }

    @Override
    public boolean isCaughtUp() {
        return reader != null && reader.isCaughtUp();
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
