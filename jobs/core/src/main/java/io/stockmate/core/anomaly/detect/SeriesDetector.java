package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scores one series of one key, value by value. The score of a value depends on values up to it alone; the same values
 * give the same scores on every machine, also when the detector was written and read in between. Not thread-safe.
 *
 * <p>A value is predicted in two ways: from the level and its short memory, and from level, time of day and a short
 * memory of what these leave. The way that has erred less says what was expected, and its error, in units of the usual
 * error of this hour, goes to {@link Rarity}. {@link Runs} of equal and of missing values are judged apart. {@link
 * Novelty} ranks.
 */
public final class SeriesDetector implements SeriesScorer {
    private static final int VERSION = 1;
    private static final int LEARNING_VALUES = 12;
    private static final int WARM_UP_VALUES = 30;
    private static final double RATE_MIN = 0.005;
    private static final double DEVIATIONS_MAX = 10;
    private static final double RELATIVE_LEAST = 1e-9;
    private static final double ABSOLUTE_LEAST = 1e-12;
    private static final double NAMED_DECADES = 2;

    private long values;
    private double level;
    private double deviationScale;
    private double previous;
    private final Season season = new Season();
    private final Outlook plain = new Outlook();
    private final Outlook seasonal = new Outlook();
    private final HourlySize hourly = new HourlySize();
    private final Rarity rarity = new Rarity();
    private final Runs equal = new Runs();
    private final Runs missing = new Runs();
    private final Novelty novelty = new Novelty();

    /**
     * Scores a value and learns from it.
     *
     * @param timeMillis when it was true, epoch milliseconds; never before the previous one's
     * @param value any finite number, or NaN where the series has none for this time
     */
    @Override
    public Score score(long timeMillis, double value) {
        if (Double.isNaN(value)) {
            return values == 0 ? new Score(0, 0, Double.NaN, 0, Pattern.NONE) : ofMissing(timeMillis);
        }
        values++;
        if (values == 1) {
            level = value;
            previous = value;
            novelty.start(value);
            return new Score(0, 0, Double.NaN, 0, Pattern.NONE);
        }
        boolean learns = values > LEARNING_VALUES;
        boolean warm = values >= WARM_UP_VALUES;
        double least = RELATIVE_LEAST * StrictMath.abs(level) + ABSOLUTE_LEAST;
        double offset = season.at(timeMillis);
        double bySeason = seasonal.expect(level + offset);
        double byLevel = plain.expect(level);
        boolean seasonIsBetter = seasonal.isBetterThan(plain);
        double expected = seasonIsBetter ? bySeason : byLevel;
        double usual = (seasonIsBetter ? seasonal : plain).steadyScale();
        if (values == 2) {
            usual = StrictMath.abs(value - expected);
        }
        double alarm = novelty.alarm(value, offset, least, values, learns, warm);
        double size = (value - expected) / (usual + least);
        double factor = hourly.at(timeMillis);
        hourly.learn(timeMillis, StrictMath.abs(size));
        double rare = rarity.decades(size / factor, learns);
        double frozen = equal.decades(value == previous);
        missing.decades(false);
        learn(timeMillis, value, offset, least);
        boolean isFrozen = frozen > rare;
        return scored(
                warm ? StrictMath.max(rare, frozen) : 0,
                alarm,
                expected,
                usual * factor,
                isFrozen ? Pattern.FROZEN : rarity.pattern());
    }

    private Score ofMissing(long timeMillis) {
        double surprise = missing.decades(true);
        double bySeason = seasonal.expect(level + season.at(timeMillis));
        double byLevel = plain.expect(level);
        boolean seasonIsBetter = seasonal.isBetterThan(plain);
        return scored(
                values < WARM_UP_VALUES ? 0 : surprise,
                novelty.alarm(values < WARM_UP_VALUES ? 0 : surprise),
                seasonIsBetter ? bySeason : byLevel,
                (seasonIsBetter ? seasonal : plain).steadyScale(),
                Pattern.MISSING);
    }

    private static Score scored(double surprise, double alarm, double expected, double scale, Pattern pattern) {
        return new Score(surprise, alarm, expected, scale, surprise < NAMED_DECADES ? Pattern.NONE : pattern);
    }

    private void learn(long timeMillis, double value, double offset, double least) {
        double young = 1.0 / values;
        plain.learn(value, least, young);
        seasonal.learn(value, least, young);
        double deviation = value - level - offset;
        double rate = StrictMath.max(RATE_MIN, young);
        double limit = DEVIATIONS_MAX * (deviationScale + least);
        level += rate * (values == 2 ? deviation : StrictMath.max(-limit, StrictMath.min(limit, deviation)));
        plain.rememberBelieved(level);
        seasonal.rememberBelieved(level + offset);
        deviationScale += rate * (StrictMath.min(StrictMath.abs(deviation), limit) - deviationScale);
        season.learn(timeMillis, value - level, deviationScale + least);
        previous = value;
    }

    /** Writes all that {@link #read} needs to go on as this detector would; the size does not depend on the series. */
    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(values);
        out.writeDouble(level);
        out.writeDouble(deviationScale);
        out.writeDouble(previous);
        season.write(out);
        plain.write(out);
        seasonal.write(out);
        hourly.write(out);
        rarity.write(out);
        equal.write(out);
        missing.write(out);
        novelty.write(out);
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
        detector.deviationScale = in.readDouble();
        detector.previous = in.readDouble();
        detector.season.read(in);
        detector.plain.read(in);
        detector.seasonal.read(in);
        detector.hourly.read(in);
        detector.rarity.read(in);
        detector.equal.read(in);
        detector.missing.read(in);
        detector.novelty.read(in);
        return detector;
    }
}
