package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One shard: takes records in an order that stays, and names them, until it is closed by a split or merge. */
final class Shard implements Closeable {
    private final SequenceNumbers sequenceNumbers;
    private final ShardLog log;
    private final ArrivalClock clock;
    private final RecordListeners listeners;
    private final @Nullable ShardLimits limits;
    private volatile ShardDescription description;
    private volatile boolean waitsEnded;

    private Shard(
            ShardDescription description,
            ShardLog log,
            ArrivalClock clock,
            RecordListeners listeners,
            @Nullable ShardLimits limits) {
        this.description = description;
        this.sequenceNumbers = new SequenceNumbers(description);
        this.log = log;
        this.clock = clock;
        this.listeners = listeners;
        this.limits = limits;
    }

    static Shard open(ShardDescription description, Path directory, ShardEnvironment environment) throws IOException {
        ShardLog log = new ShardLog(directory.resolve(description.id() + ".log"), environment.fsync());
        ArrivalClock clock = environment.clock();
        clock.advanceTo(Math.max(description.openedAt(), log.latestArrival()));
        return new Shard(description, log, clock, environment.listeners(), environment.newLimits());
    }

    String id() {
        return description.id();
    }

    ShardDescription description() {
        return description;
    }

    /** What it takes and gives in a second; null for no limit. */
    @Nullable
    ShardLimits limits() {
        return limits;
    }

    /** Takes note of its end. Nothing is appended any more: the stream sees to that. */
    synchronized void end(ShardDescription closed) {
        description = closed;
        notifyAll();
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
        notifyAll();
        return numbers;
    }

    /** Waits until there is a record at {@code position}, or none will come, or the time is over. */
    void awaitRecord(long position, Duration atMost) {
        if (mayCome(position)) {
            await(position, atMost);
        }
    }

    private boolean mayCome(long position) {
        return position >= log.size() && description.open() && !waitsEnded;
    }

    private synchronized void await(long position, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            long left = end - System.nanoTime();
            while (left > 0 && mayCome(position)) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets nobody wait any more. */
    synchronized void endWaits() {
        waitsEnded = true;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        endWaits();
        log.close();
    }
}
