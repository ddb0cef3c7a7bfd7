package io.stockmate.emulators;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How a {@link KinesisEndpoint} behaves.
 *
 * @param clock gives arrival times, epoch milliseconds; where it goes back, or starts behind what was stored, the
 *     highest time so far is used
 * @param fsync whether a put is acknowledged only when it has reached the disk: it then survives the machine, else this
 *     process
 * @param iteratorLifetime how long a shard iterator is good for, in real time
 */
public record KinesisSettings(LongSupplier clock, boolean fsync, Duration iteratorLifetime) {

    /** The machine's clock, no fsync, and iterators that last five minutes as at AWS. */
    public static KinesisSettings defaults() {
        return new KinesisSettings(System::currentTimeMillis, false, Duration.ofMinutes(5));
    }

    public KinesisSettings withClock(LongSupplier newClock) {
        return new KinesisSettings(newClock, fsync, iteratorLifetime);
    }

    public KinesisSettings withFsync(boolean newFsync) {
        return new KinesisSettings(clock, newFsync, iteratorLifetime);
    }

    public KinesisSettings withIteratorLifetime(Duration newLifetime) {
        return new KinesisSettings(clock, fsync, newLifetime);
    }
}
