package io.stockmate.core.demand;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a series is intermittent, many of its values being 0, or steady, as its zeros tell. Zeros at places of the
 * season at which there never is anything do not count: the shop is closed then. What looks like one may be luck, so a
 * series is taken for steady for good, which costs much state, only once its zeros are a million times as likely that
 * way: a sequential test (Wald, Sequential tests of statistical hypotheses, 1945). What that has not settled when values
 * can be kept no longer is steady where one with a quarter of zeros would hardly have so few. Only its own values tell:
 * what a category's are like counts for the first forecasts, no longer.
 */
final class Nature {
    /** So many values decide at the earliest. */
    static final int UNDECIDED = 16;

    private static final int WEEK = 7;

    private static final double ZEROS_OF_COUNTS = 0.15;
    private static final double ZEROS_OF_COUNTS_LEFT = 0.08;
    private static final double ZEROS_OF_COUNTS_ENTERED = 0.25;
    private static final double ZEROS_GAIN = 0.01;

    /**
     * Of a million series of which two values in five are 0 about one is taken for steady by luck; of series of fewer
     * zeros, and of those of which hardly 20 values are known when it is to be settled, more are.
     */
    private static final double LUCK_MAX = 1e-6;

    /** What is likelier by chance once it is to be decided explains no zeros. */
    private static final double LUCK_LIKELY = 1e-3;

    /** What the test holds against each other. */
    private static final double ZEROS_OF_INTERMITTENT = 0.4;

    private static final double ZEROS_OF_STEADY = 0.04;
    private static final double TOLD_BY_ZERO = StrictMath.log(ZEROS_OF_INTERMITTENT / ZEROS_OF_STEADY);
    private static final double TOLD_BY_OTHER = StrictMath.log((1 - ZEROS_OF_INTERMITTENT) / (1 - ZEROS_OF_STEADY));
    private static final double TOLD_ENOUGH = StrictMath.log(LUCK_MAX);

    /** By so many standard deviations fewer zeros than a quarter would be hardly any. */
    private static final double DEVIATIONS = 2;

    private final List<Integer> seasons;
    private Schedule schedule;
    private int known;
    private float zeros;

    // Those of a category.
    private double usualZeros;
    private int usualValues;

    private boolean negative;
    private boolean seemsSteady;

    Nature(List<Integer> seasons) {
        this.seasons = seasons;
        this.schedule = new Schedule(seasons);
    }

    /** Until it is known, the zeros of a category count for {@code values} values. */
    void start(double share, int values) {
        usualZeros = share;
        usualValues = values;
    }

    /** The share of values that are 0 while they need not be. */
    double zeros() {
        return zeros;
    }

    boolean isNegative() {
        return negative;
    }

    /** What it looks like so far. */
    boolean isIntermittent() {
        return seemsSteady ? hasBecomeIntermittent() : !negative && expectedZeros() >= ZEROS_OF_COUNTS;
    }

    private double expectedZeros() {
        return isKnown() || known + usualValues == 0
                ? zeros
                : (known * zeros + usualValues * usualZeros) / (known + usualValues);
    }

    /** Whether it looked steady when it was first known: then it takes more zeros to look otherwise. */
    boolean seemsSteady() {
        return seemsSteady;
    }

    /** Whether values are enough to tell for good what it looks like. */
    boolean isSettled() {
        return negative || isKnown() && (isIntermittent() || isSurelySteady());
    }

    /** Of a week it is to be seen three times on which days it is closed, whatever a category says. */
    boolean isKnown() {
        boolean isWeek = !seasons.isEmpty() && seasons.get(0) <= WEEK;
        return isWeek
                ? known >= Math.max(UNDECIDED, Schedule.SEASONS_BEFORE * seasons.get(0) + 1) && schedule.wasAsked()
                : known >= UNDECIDED;
    }

    private boolean isSurelySteady() {
        return !schedule.seemsToClose() && known * (zeros * TOLD_BY_ZERO + (1 - zeros) * TOLD_BY_OTHER) <= TOLD_ENOUGH;
    }

    /**
     * What it is settled as where its values can be kept no longer, whatever it looked like before: never as one that
     * {@linkplain #hasBecomeSteady is so no more}.
     */
    boolean isRatherIntermittent() {
        double quarter = ZEROS_OF_COUNTS_ENTERED;
        double fewest = quarter - DEVIATIONS * StrictMath.sqrt(quarter * (1 - quarter) / known);
        return !isKnown() || !negative && zeros >= Math.max(fewest, ZEROS_OF_COUNTS_LEFT);
    }

    /** Whether one that looked steady, or was settled as such, is so no more. */
    boolean hasBecomeIntermittent() {
        return !negative && zeros > ZEROS_OF_COUNTS_ENTERED;
    }

    /** Whether one that was settled as intermittent is so no more. */
    boolean hasBecomeSteady() {
        return negative || zeros < ZEROS_OF_COUNTS_LEFT && isKnown() && !schedule.seemsToClose();
    }

    /** Time passes, whether or not the value at {@code time} is known. */
    void pass(int time) {
        schedule.pass(time);
    }

    /** Takes the value at {@code time}, after {@link #pass}. */
    void observe(int time, double value) {
        known++;
        negative |= value < 0;
        explain(time);
        if (schedule.isOpen(time, value) || zeros >= ZEROS_OF_COUNTS) {
            zeros += (float) (Math.max(ZEROS_GAIN, 1.0 / known) * ((value == 0 ? 1 : 0) - zeros));
        }
        seemsSteady |= isKnown() && !isIntermittent();
    }

    /** Zeros of closed places are left out where hardly any others are left: then it is they that explain them. */
    private void explain(int time) {
        if (!schedule.isToBeAsked()) {
            return;
        }
        if (!schedule.seemsToClose()) {
            double closed = schedule.closedShare();
            double elsewhere = closed < 1 ? (zeros - closed) / (1 - closed) : zeros;
            if (closed == 0 || elsewhere >= ZEROS_OF_COUNTS) {
                schedule.decide();
                return;
            }
            zeros = (float) Math.max(0, elsewhere);
            schedule.doubt();
        }
        if (schedule.luck() <= LUCK_MAX) {
            schedule.decide();
        } else if (schedule.isFull(time)) {
            zeros = schedule.luck() <= LUCK_LIKELY ? zeros : (float) schedule.zerosShare();
            schedule.decide();
        }
    }

    void write(StateWriter out) {
        out.count(known);
        out.single(zeros);
        schedule.write(out);
    }

    /** @param early all values so far; null where they are not kept */
    void read(StateReader in, boolean isNegative, boolean isSeeminglySteady, @Nullable EarlyValues early) {
        negative = isNegative;
        seemsSteady = isSeeminglySteady;
        known = in.count();
        zeros = in.single();
        if (in.version() >= StateVersion.OF_SCHEDULE) {
            schedule.read(in);
        }
        if (early != null && in.version() < StateVersion.OF_CALIBRATION) {
            learnAgain(early);
        } else if (in.version() < StateVersion.OF_SCHEDULE) {
            schedule.takeAllForOpen();
        } else if (in.version() < StateVersion.OF_ZEROS) {
            schedule.decide();
        }
    }

    /** States of older versions do not tell all of the schedule, and count a category's zeros among the own ones. */
    private void learnAgain(EarlyValues early) {
        schedule = new Schedule(seasons);
        known = 0;
        zeros = 0;
        negative = false;
        seemsSteady = false;
        for (int time = 0; time < early.count(); time++) {
            pass(time);
            if (!Double.isNaN(early.at(time))) {
                observe(time, early.at(time));
            }
        }
    }
}
