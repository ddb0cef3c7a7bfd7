package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One shard: takes records in an order that stays, and names them. */
final class Shard implements Closeable {
    private final ShardDescription description;
    private final SequenceNumbers sequenceNumbers;
    private final ShardLog log;
    private final ArrivalClock clock;
    private final RecordListeners listeners;

    private Shard(ShardDescription description, ShardLog log, ArrivalClock clock, RecordListeners listeners) {
        this.description = description;
        this.sequenceNumbers = new SequenceNumbers(description);
        this.log = log;
        this.clock = clock;
        this.listeners = listeners;
    }

    static Shard open(
            ShardDescription description, Path directory, ArrivalClock clock, boolean fsync, RecordListeners listeners)
            throws IOException {
        ShardLog log = new ShardLog(directory.resolve(description.id() + ".log"), fsync);
        clock.advanceTo(Math.max(description.openedAt(), log.latestArrival()));
        return new Shard(description, log, clock, listeners);
    }

    String id() {
        return description.id();
    }

    ShardDescription description() {
        return description;
    }

    SequenceNumbers sequenceNumbers() {
        return sequenceNumbers;
    }

    ShardLog log() {
        return log;
    }

    /**
     * Appends all or nothing.
     *
     * @return their sequence numbers
     */
    synchronized List<String> append(List<NewRecord> records) throws IOException {
        List<StoredRecord> stored = log.append(records, clock.millis());
        List<String> numbers = new ArrayList<>(stored.size());
        for (StoredRecord record : stored) {
            String number = sequenceNumbers.of(record.position());
            numbers.add(number);
            if (!listeners.isEmpty()) {
                listeners.onRecord(
                        new KinesisRecord(id(), number, record.arrivedAt(), record.partitionKey(), record.data()));
            }
        }
        return numbers;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
