package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The records of one shard in one file, with the newest of them in memory. */
final class ShardLog implements Closeable {
    private final FrameLog file;
    private final OffsetIndex index = new OffsetIndex();
    private final RecentRecords recent;
    private volatile long size;
    private volatile long latestArrival;

    ShardLog(Path path, boolean fsync) throws IOException {
        file = FrameLog.open(path, fsync, (offset, payload) -> {
            latestArrival = StoredRecord.arrivedAt(payload);
            index.add(offset, latestArrival);
            size = index.size();
        });
        recent = new RecentRecords(size);
    }

    /** The number of records, which is the position of the next. */
    long size() {
        return size;
    }

    /** 0 when there is no record. */
    long latestArrival() {
        return latestArrival;
    }

    /** Appends all or nothing. One caller at a time. */
    List<StoredRecord> append(List<NewRecord> records, long arrivedAt) throws IOException {
        FrameBatch batch = new FrameBatch(4096);
        List<StoredRecord> stored = new ArrayList<>(records.size());
        long[] offsets = new long[records.size()];
        for (NewRecord record : records) {
            StoredRecord next = new StoredRecord(size + stored.size(), arrivedAt, record.partitionKey(), record.data());
            offsets[stored.size()] = batch.length();
            next.addTo(batch);
            stored.add(next);
        }
        long start = file.append(batch);
        publish(stored, start, offsets);
        return stored;
    }

    private synchronized void publish(List<StoredRecord> stored, long start, long[] offsets) {
        for (int i = 0; i < offsets.length; i++) {
            StoredRecord record = stored.get(i);
            index.add(start + offsets[i], record.arrivedAt());
            recent.add(record);
            latestArrival = record.arrivedAt();
        }
        size = index.size();
    }

    /** From {@code position} on, stopping before {@code bytesMax} but never before the first record. */
    List<StoredRecord> read(long position, int recordsMax, long bytesMax) throws IOException {
        if (position >= size) {
            return List.of();
        }
        long offset;
        synchronized (this) {
            if (recent.holds(position)) {
                return recent.from(position, recordsMax, bytesMax);
            }
            offset = index.offset(position);
        }
        return readFile(offset, position, recordsMax, bytesMax);
    }

    private List<StoredRecord> readFile(long offset, long position, int recordsMax, long bytesMax) throws IOException {
        long end = size;
        FrameReader reader = file.readFrom(offset);
        for (long skipped = position % OffsetIndex.STRIDE; skipped > 0; skipped--) {
            file.next(reader);
        }
        ReadBudget budget = new ReadBudget(recordsMax, bytesMax);
        List<StoredRecord> records = new ArrayList<>();
        for (long next = position; next < end; next++) {
            StoredRecord record = StoredRecord.read(next, file.next(reader));
            if (!budget.allows(record)) {
                break;
            }
            records.add(record);
        }
        return records;
    }

    /** The position of the first record that arrived at {@code time} or later; {@link #size} when none did yet. */
    long positionAt(long time) throws IOException {
        long end = size;
        if (end == 0 || latestArrival < time) {
            return end;
        }
        long position;
        long offset;
        synchronized (this) {
            position = index.positionBefore(time);
            offset = index.offset(position);
        }
        FrameReader reader = file.readFrom(offset);
        for (; position < end; position++) {
            ByteBuffer payload = file.next(reader);
            if (StoredRecord.arrivedAt(payload) >= time) {
                return position;
            }
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
