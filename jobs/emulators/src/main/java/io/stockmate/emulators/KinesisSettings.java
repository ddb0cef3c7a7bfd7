package io.stockmate.emulators;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How a {@link KinesisEndpoint} behaves.
 *
 * @param clock gives arrival times, epoch milliseconds; where it goes back, or starts behind what was stored, the
 *     highest time so far is used
 * @param fsync whether a put is acknowledged only when it has reached the disk: it then survives the machine, else this
 *     process
 * @param iteratorLifetime how long a shard iterator is good for, in real time
 * @param readWait how long GetRecords waits for a record where there is none yet and the reader asks for it
 *     ({@link KinesisEndpoint#waitingUri}), in real time; not negative
 * @param shardLimits whether shards refuse what AWS's would ({@link ShardLimits}), in real time
 * @param speed how many times as fast as {@code clock} arrival times run, from the highest time stored or that of
 *     {@code clock}, whichever is later; absent where they are simply those of {@code clock}
 * @param faults made on purpose
 */
public record KinesisSettings(
        LongSupplier clock,
        boolean fsync,
        Duration iteratorLifetime,
        Duration readWait,
        boolean shardLimits,
        OptionalLong speed,
        FaultPlan faults) {

    /** The machine's clock, no fsync, iterators that last five minutes as at AWS, waits of 200 ms, and no limits. */
    public static KinesisSettings defaults() {
        return new KinesisSettings(
                System::currentTimeMillis,
                false,
                Duration.ofMinutes(5),
                Duration.ofMillis(200),
                false,
                OptionalLong.empty(),
                FaultPlan.none());
    }

    public KinesisSettings withClock(LongSupplier newClock) {
        return new KinesisSettings(newClock, fsync, iteratorLifetime, readWait, shardLimits, speed, faults);
    }

    public KinesisSettings withFsync(boolean newFsync) {
        return new KinesisSettings(clock, newFsync, iteratorLifetime, readWait, shardLimits, speed, faults);
    }

    public KinesisSettings withIteratorLifetime(Duration newLifetime) {
        return new KinesisSettings(clock, fsync, newLifetime, readWait, shardLimits, speed, faults);
    }

    /** @throws IllegalArgumentException where {@code newWait} is negative */
    public KinesisSettings withReadWait(Duration newWait) {
        if (newWait.isNegative()) {
            throw new IllegalArgumentException("the wait is " + newWait + "; it must not be negative");
        }
        return new KinesisSettings(clock, fsync, iteratorLifetime, newWait, shardLimits, speed, faults);
    }

    public KinesisSettings withShardLimits(boolean newShardLimits) {
        return new KinesisSettings(clock, fsync, iteratorLifetime, readWait, newShardLimits, speed, faults);
    }

    /** @throws IllegalArgumentException unless {@code newSpeed ≥ 1} */
    public KinesisSettings withSpeed(long newSpeed) {
        if (newSpeed < 1) {
            throw new IllegalArgumentException("the speed is " + newSpeed + "; it must be at least 1");
        }
        return new KinesisSettings(
                clock, fsync, iteratorLifetime, readWait, shardLimits, OptionalLong.of(newSpeed), faults);
    }

    public KinesisSettings withFaults(FaultPlan newFaults) {
        return new KinesisSettings(clock, fsync, iteratorLifetime, readWait, shardLimits, speed, newFaults);
    }
}
