package io.stockmate.emulators;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest records of a shard, bounded in number and bytes: whoever keeps up never reads the file. */
final class RecentRecords {
    private static final int RECORDS_MAX = 8192;
    private static final long BYTES_MAX = 4 << 20;

    private final @Nullable StoredRecord[] ring = new StoredRecord[RECORDS_MAX];
    private long first;
    private long end;
    private long bytes;

    /** Starts, empty, at {@code position}. */
    RecentRecords(long position) {
        first = position;
        end = position;
    }

    void add(StoredRecord record) {
        if (record.position() != end) {
            throw new IllegalStateException("record " + record.position() + " follows " + (end - 1));
        }
        if (end - first == RECORDS_MAX) {
            dropFirst();
        }
        ring[slot(end++)] = record;
        bytes += record.data().length;
        while (bytes > BYTES_MAX) {
            dropFirst();
        }
    }

    private void dropFirst() {
        StoredRecord dropped = at(first);
        ring[slot(first++)] = null;
        bytes -= dropped.data().length;
    }

    boolean holds(long position) {
        return position >= first && position < end;
    }

    /**
     * Up to {@code recordsMax} from {@code position} on, stopping before {@code bytesMax} but never before the first.
     */
    List<StoredRecord> from(long position, int recordsMax, long bytesMax) {
        ReadBudget budget = new ReadBudget(recordsMax, bytesMax);
        List<StoredRecord> records = new ArrayList<>();
        for (long next = position; next < end && budget.allows(at(next)); next++) {
            records.add(at(next));
        }
        return records;
    }

    private StoredRecord at(long position) {
        StoredRecord record = ring[slot(position)];
        if (record == null) {
            throw new IllegalStateException("record " + position + " is not held");
        }
        return record;
    }

    private static int slot(long position) {
        return (int) (position % RECORDS_MAX);
    }
}
