package io.stockmate.core.anomaly;

import io.stockmate.core.anomaly.detect.Pattern;
import io.stockmate.core.anomaly.detect.Score;
import io.stockmate.core.anomaly.detect.SeriesDetector;
import io.stockmate.core.anomaly.detect.SeriesScorer;
import io.stockmate.core.message.JsonText;
import java.io.IOException;

/**
 * A series of a symbol, of which a detector says what is unusual. Raised where the kind's threshold is reached and the
 * symbol's budget admits it, cleared when nothing was unusual for the kind's window.
 *
 * <p>score: −log₁₀ of the probability that the series has such a value by itself.
 */
abstract class UnusualSeries implements Wording {
    private static final int FORMAT = 1;

    private final Latch latch = new Latch();
    private ChosenScorers others = ChosenScorers.NONE;
    private boolean chosen;
    private SeriesScorer scorer = new SeriesDetector();
    private Score score = quiet();
    private boolean changed;

    private static Score quiet() {
        return new Score(0, 0, 0, 0, Pattern.NONE);
    }

    /** Says what scores the series, before anything else is done. */
    void use(boolean isChosen, ChosenScorers scorers) {
        chosen = isChosen;
        others = scorers;
        scorer = isChosen ? scorers.create() : new SeriesDetector();
    }

    /** Whether the series has begun. */
    abstract boolean tells(Bucket bucket);

    /** What the detector sees; NaN where the bucket has no value. */
    abstract double value(Bucket bucket);

    /** The value as an alert tells it, in units of 10⁻⁴. */
    abstract long observed(Bucket bucket);

    /** What the detector expected, as an alert tells it. */
    abstract long expected(Bucket bucket, double value);

    abstract long stake(Bucket bucket, long observed, long expected);

    /** Members of the evidence that only this series has. */
    abstract void evidence(Bucket bucket, JsonText json);

    /** The event that shows the value, and its book time, where it is one event. */
    long[] shownBy(Bucket bucket) {
        return new long[] {0, 0};
    }

    /** Looks at a bucket that has just been closed. */
    void observe(Moment now, Bucket bucket) {
        changed = true;
        score = tells(bucket) ? scorer.score(now.ts(), value(bucket)) : quiet();
    }

    /** How unusual the last bucket was. */
    double surprise() {
        return score.surprise();
    }

    /** Whether the last bucket calls for an alert that is not up yet. */
    boolean wantsToRaise(Moment now) {
        return isUnusual(now) && !latch.isRaised();
    }

    private boolean isUnusual(Moment now) {
        return now.rule(kind()).isReachedBy(score.surprise(), Score.ALERT_DECADES);
    }

    void raise(Moment now, Bucket bucket) {
        long observed = observed(bucket);
        long expected = expected(bucket, score.expected());
        long[] shownBy = shownBy(bucket);
        latch.raise(
                now,
                this,
                Finding.at(now, observed, expected, Amounts.units(score.surprise()), stake(bucket, observed, expected))
                        .about(Amounts.json(json -> evidence(bucket, score, json)))
                        .since(bucket.firstSeq(), bucket.openTs())
                        .with(shownBy[0], shownBy[1]));
    }

    /** Keeps an alert up while the series is unusual, and clears it when that was long ago. */
    void settle(Moment now) {
        if (!latch.isRaised()) {
            return;
        }
        if (isUnusual(now)) {
            latch.seen(now);
        } else {
            latch.expire(now, this);
        }
    }

    private void evidence(Bucket bucket, Score told, JsonText json) {
        json.code("pattern", told.pattern());
        evidence(bucket, json);
        double value = value(bucket);
        if (!Double.isNaN(value)) {
            json.decimal("value", Amounts.units(value));
        }
        json.decimal("expectedValue", Amounts.units(told.expected()));
        json.decimal("usualDistance", Amounts.units(told.scale()));
        json.time("bucketStart", bucket.openTs());
        json.integer("bucketSec", bucket.lengthMs() / 1_000);
    }

    @Override
    public String evidence(Finding found) {
        return String.valueOf(found.ref());
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        throw new IllegalStateException("the evidence of " + kind() + " is written when it is found");
    }

    /** Whether the detector saw anything since it was last written. */
    boolean changed() {
        return changed;
    }

    byte[] detectorBytes() throws IOException {
        changed = false;
        StateOut out = new StateOut(FORMAT);
        out.flag(chosen);
        scorer.write(out.data());
        return out.toBytes();
    }

    /** Goes on with what was written, unless that was a scorer of the other sort: then the series is learned anew. */
    void readDetector(byte[] bytes) throws IOException {
        StateIn in = new StateIn(bytes, FORMAT);
        if (in.flag() == chosen) {
            scorer = chosen ? others.read(in.data()) : SeriesDetector.read(in.data());
        }
    }

    void writeLatch(StateOut out) throws IOException {
        latch.write(out);
    }

    void readLatch(StateIn in) throws IOException {
        latch.read(in);
    }
}
