package io.stockmate.local.chaos;

/**
 * A life of a platform, and the kill that ended it. Records' time runs faster than the machine's, and stands still
 * while no platform runs.
 *
 * @param readyAt when its jobs read, by the machine's clock, epoch milliseconds
 * @param readyTime the same moment in the records' time
 * @param killedAt when the kill was sent, by the machine's clock; never for the last life
 * @param killedTime an upper bound of the times of this life's records
 */
record ChaosLife(long readyAt, long readyTime, long killedAt, long killedTime) {
    static ChaosLife begun(long readyAt, long readyTime) {
        return new ChaosLife(readyAt, readyTime, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    ChaosLife killed(long sentAt, long deadAt, long speed) {
        return new ChaosLife(readyAt, readyTime, sentAt, readyTime + (deadAt - readyAt) * speed);
    }

    /** The machine's time at which a record of this life arrived. */
    long machineTime(long arrival, long speed) {
        return readyAt + Math.floorDiv(arrival - readyTime, speed);
    }
}
