package io.stockmate.core.demand;

import java.util.List;

/**
 * At which places of the first season there is anything at all. A shop that is closed on two days of a week, or at
 * night, sells nothing then, and that tells nothing of whether its demand is intermittent. A place whose values are
 * missing is not taken for closed.
 */
final class Schedule {
    private static final int SEASON_MAX = 31;

    /** Before so many seasons have passed, nothing is taken for closed. */
    static final int SEASONS_BEFORE = 3;

    /** A place is closed when there was nothing in at least so many seasons. */
    private static final int SEASONS_KEPT = 8;

    private static final int BITS_OF_ZEROS = 2;
    private static final long ZEROS_MAX = 3;

    private final int season;

    // Places where there was something, one bit each: in the present seasons and in those before.
    private int now;
    private int before;

    // Of the first seasons: the zeros of each place, two bits each, and how many values were known.
    private long zeros;
    private int known;
    private boolean isDecided;

    Schedule(List<Integer> seasons) {
        season = seasons.isEmpty() || seasons.get(0) > SEASON_MAX ? 1 : seasons.get(0);
        isDecided = season == 1;
    }

    /** Time passes, whether or not the value at {@code time} is known. */
    void pass(int time) {
        if (time > 0 && time % (SEASONS_KEPT * season) == 0) {
            before = now;
            now = 0;
        }
    }

    /**
     * Before the first value that is known after the first seasons: which share of the values known by then were zeros
     * of places that turn out to be closed; else 0.
     */
    double foundClosed(int time) {
        if (isDecided || time < SEASONS_BEFORE * season) {
            return 0;
        }
        int closed = 0;
        for (int place = 0; place < season; place++) {
            if ((places() & 1 << place) == 0) {
                closed += (int) (zeros >>> BITS_OF_ZEROS * place & ZEROS_MAX);
            }
        }
        double share = known == 0 ? 0 : (double) closed / known;
        decide();
        return share;
    }

    /** What was sold is not told: every place is taken for open, and no zero for one of a closed place. */
    void takeAllForOpen() {
        now = (1 << season) - 1;
        before = now;
        decide();
    }

    /** What was counted in the first seasons is not told. */
    void decide() {
        zeros = 0;
        known = 0;
        isDecided = true;
    }

    /** Takes the value at {@code time}; false where it is the zero of a closed place. */
    boolean isOpen(int time, double value) {
        if (season == 1) {
            return true;
        }
        int place = time % season;
        if (value != 0) {
            now |= 1 << place;
        }
        if (isDecided) {
            return (places() & 1 << place) != 0;
        }
        if (time < SEASONS_BEFORE * season) {
            known++;
            zeros += value == 0 ? 1L << BITS_OF_ZEROS * place : 0;
        }
        return true;
    }

    private int places() {
        return now | before;
    }

    void write(StateWriter out) {
        if (season == 1) {
            return;
        }
        out.count(now);
        out.count(before);
        out.octet(isDecided ? 1 : 0);
        if (!isDecided) {
            out.count(known);
            out.count((int) zeros);
            out.count((int) (zeros >>> Integer.SIZE));
        }
    }

    /** States of the version before have only the places. */
    void read(StateReader in) {
        if (season == 1) {
            return;
        }
        now = in.count();
        before = in.count();
        if (in.version() < Forecaster.VERSION_OF_ZEROS) {
            return;
        }
        isDecided = in.octet() != 0;
        if (!isDecided) {
            known = in.count();
            zeros = in.count() & 0xFFFFFFFFL;
            zeros |= (long) in.count() << Integer.SIZE;
        }
    }
}
