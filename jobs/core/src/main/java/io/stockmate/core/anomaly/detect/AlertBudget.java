package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Keeps a key from crying wolf: after an admitted alert nothing is admitted for a while, and in one UTC day no more
 * than a fixed number. What is refused is counted. One budget serves one key, over all its series. Not thread-safe.
 */
public final class AlertBudget {
    /** How long a key rests after an alert, unless configured otherwise. */
    public static final long STANDARD_REFRACTORY_MILLIS = 3_600_000;

    /** What a key may raise in one UTC day, unless configured otherwise. */
    public static final int STANDARD_ALERTS_PER_DAY_MAX = 4;

    private static final int VERSION = 1;
    private static final long DAY_MILLIS = 86_400_000;

    private final long refractoryMillis;
    private final int alertsPerDayMax;
    private long quietUntil = Long.MIN_VALUE;
    private long day = Long.MIN_VALUE;
    private int alertsToday;
    private long refused;

    /**
     * An unused budget.
     *
     * @param refractoryMillis how long nothing is admitted after an admitted alert, 0 or more
     * @param alertsPerDayMax alerts admitted in one UTC day, 1 or more
     */
    public AlertBudget(long refractoryMillis, int alertsPerDayMax) {
        if (refractoryMillis < 0) {
            throw new IllegalArgumentException("refractoryMillis is " + refractoryMillis + ": give 0 or more");
        }
        if (alertsPerDayMax < 1) {
            throw new IllegalArgumentException("alertsPerDayMax is " + alertsPerDayMax + ": give 1 or more");
        }
        this.refractoryMillis = refractoryMillis;
        this.alertsPerDayMax = alertsPerDayMax;
    }

    /** What every key has unless configured otherwise: an hour's rest after an alert, and four alerts a day. */
    public static AlertBudget standard() {
        return new AlertBudget(STANDARD_REFRACTORY_MILLIS, STANDARD_ALERTS_PER_DAY_MAX);
    }

    /** Whether an alert of this time may be raised; takes it from the budget if so. */
    public boolean admits(long timeMillis) {
        long today = Math.floorDiv(timeMillis, DAY_MILLIS);
        if (today != day) {
            day = today;
            alertsToday = 0;
        }
        if (timeMillis < quietUntil || alertsToday >= alertsPerDayMax) {
            refused++;
            return false;
        }
        quietUntil = timeMillis + refractoryMillis;
        alertsToday++;
        return true;
    }

    /** Alerts refused since the budget was new. */
    public long refused() {
        return refused;
    }

    /** Writes what was used; the limits belong to the configuration. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(quietUntil);
        out.writeLong(day);
        out.writeInt(alertsToday);
        out.writeLong(refused);
    }

    /**
     * Reads what {@link #write} wrote, under the given limits, which need not be those of then.
     *
     * @throws IOException where the bytes end early or are of a version that this program does not know
     */
    public static AlertBudget read(DataInput in, long refractoryMillis, int alertsPerDayMax) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("the alert budget's state has version " + version + "; this program reads version "
                    + VERSION + ": start it with the state of an older savepoint");
        }
        AlertBudget budget = new AlertBudget(refractoryMillis, alertsPerDayMax);
        budget.quietUntil = in.readLong();
        budget.day = in.readLong();
        budget.alertsToday = in.readInt();
        budget.refused = in.readLong();
        return budget;
    }

    /**
     * Reads what {@link #write} wrote, under the limits of {@link #standard}.
     *
     * @throws IOException as {@link #read} does
     */
    public static AlertBudget readStandard(DataInput in) throws IOException {
        return read(in, STANDARD_REFRACTORY_MILLIS, STANDARD_ALERTS_PER_DAY_MAX);
    }
}
