package io.stockmate.emulators;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How a {@link FirehoseEndpoint} behaves.
 *
 * @param clock gives the times in objects' names, epoch milliseconds
 * @param fsync whether a put is acknowledged only when it has reached the disk: it then survives the machine, else this
 *     process
 * @param bufferBytes a buffer of this size becomes an object at once
 * @param bufferInterval a buffer of this age, in real time, becomes an object
 * @param faults made on purpose
 */
public record FirehoseSettings(
        LongSupplier clock, boolean fsync, long bufferBytes, Duration bufferInterval, FaultPlan faults) {

    public FirehoseSettings {
        if (bufferBytes < 1 || bufferInterval.isNegative() || bufferInterval.isZero()) {
            throw new IllegalArgumentException("buffers of " + bufferBytes + " bytes and " + bufferInterval
                    + " are never full; both must be positive");
        }
    }

    /** The machine's clock, no fsync, and the buffers of AWS: 5 MiB or 5 minutes. */
    public static FirehoseSettings defaults() {
        return new FirehoseSettings(System::currentTimeMillis, false, 5 << 20, Duration.ofMinutes(5), FaultPlan.none());
    }

    public FirehoseSettings withClock(LongSupplier newClock) {
        return new FirehoseSettings(newClock, fsync, bufferBytes, bufferInterval, faults);
    }

    public FirehoseSettings withFsync(boolean newFsync) {
        return new FirehoseSettings(clock, newFsync, bufferBytes, bufferInterval, faults);
    }

    public FirehoseSettings withBuffer(long newBytes, Duration newInterval) {
        return new FirehoseSettings(clock, fsync, newBytes, newInterval, faults);
    }

    public FirehoseSettings withFaults(FaultPlan newFaults) {
        return new FirehoseSettings(clock, fsync, bufferBytes, bufferInterval, newFaults);
    }
}
