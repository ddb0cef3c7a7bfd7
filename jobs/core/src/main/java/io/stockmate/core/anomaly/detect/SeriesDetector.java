package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scores one series of one key, value by value. The score of a value depends on values up to it alone; the same values give
 * the same scores on every machine, also when the detector was written and read in between. Not thread-safe.
 */
public final class SeriesDetector {
    private static final int VERSION = 1;
    private static final int WARM_UP_VALUES = 20;
    private static final double LEVEL_RATE = 0.1;
    private static final double SCALE_RATE = 0.01;
    private static final double QUIET_RATE = 0.98;
    private static final double ALERT_DECADES = 4.5;

    private long values;
    private double level;
    private double scale;
    private double recent;
    private Tail tail = new Tail();

    /**
     * Scores a value and learns from it.
     *
     * @param timeMillis when it was true, epoch milliseconds; never before the previous one's
     * @param value any finite number, or NaN where the series has none for this time
     */
    public Score score(long timeMillis, double value) {
        if (Double.isNaN(value)) {
            return new Score(0, 0, level, scale, Pattern.NONE);
        }
        if (values++ == 0) {
            level = value;
            return new Score(0, 0, Double.NaN, 0, Pattern.NONE);
        }
        double expected = level;
        double residual = value - expected;
        double size = StrictMath.abs(residual);
        double surprise = values <= WARM_UP_VALUES ? 0 : tail.decades(size);
        tail.learn(size);
        level += LEVEL_RATE * residual;
        scale += StrictMath.max(SCALE_RATE, 1.0 / values) * (size - scale);
        double alarm = StrictMath.max(0, surprise - recent);
        recent = StrictMath.max(recent * QUIET_RATE, surprise);
        Pattern pattern = surprise < 2 ? Pattern.NONE : residual > 0 ? Pattern.SPIKE : Pattern.DIP;
        return new Score(surprise, alarm / (alarm + ALERT_DECADES), expected, scale, pattern);
    }

    /** Writes all that {@link #read} needs to go on as this detector would; the size does not depend on the series. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(values);
        out.writeDouble(level);
        out.writeDouble(scale);
        out.writeDouble(recent);
        tail.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException where the bytes end early or are of a version that this program does not know
     */
    public static SeriesDetector read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("the detector's state has version " + version + "; this program reads version "
                    + VERSION + ": start it with the state of an older savepoint");
        }
        SeriesDetector detector = new SeriesDetector();
        detector.values = in.readLong();
        detector.level = in.readDouble();
        detector.scale = in.readDouble();
        detector.recent = in.readDouble();
        detector.tail = Tail.read(in);
        return detector;
    }
}
