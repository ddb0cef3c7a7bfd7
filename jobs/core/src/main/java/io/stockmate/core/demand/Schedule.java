package io.stockmate.core.demand;

import java.util.Arrays;
import java.util.List;

/**
 * At which places of the first season there is anything at all. A shop that is closed on two days of a week, or at
 * night, sells nothing then, and that tells nothing of whether its demand is intermittent. A place whose values are
 * missing is not taken for closed.
 */
final class Schedule {
    private static final int SEASON_MAX = 31;

    /** Before as many values are known as so many seasons have, nothing is taken for closed. */
    static final int SEASONS_BEFORE = 3;

    /** Once it is decided, a place is closed while there is nothing at it in so many seasons, or up to twice as many. */
    private static final int SEASONS_KEPT = 8;

    /** How version 5 kept the zeros of three seasons. */
    private static final int BITS_OF_ZEROS = 2;

    private static final long ZEROS_MAX = 3;

    private static final int DECIDED = 1;
    private static final int SEEMS_TO_CLOSE = 2;

    private final int season;

    // Places where there was something, one bit each: in the present seasons and in those before.
    private int now;
    private int before;

    // Until it is decided: the zeros of each place, and how many values were known.
    private final byte[] zeros;
    private int known;
    private boolean isDecided;
    private boolean seemsToClose;

    Schedule(List<Integer> seasons) {
        season = seasons.isEmpty() || seasons.get(0) > SEASON_MAX ? 1 : seasons.get(0);
        zeros = new byte[season];
        isDecided = season == 1;
    }

    /** Time passes, whether or not the value at {@code time} is known. */
    void pass(int time) {
        if (time > 0 && time % (SEASONS_KEPT * season) == 0) {
            before = now;
            now = 0;
        }
    }

    /** Whether enough values are known to tell what is closed, and it is not decided. */
    boolean isToBeAsked() {
        return !isDecided && known >= SEASONS_BEFORE * season;
    }

    /** Whether it was asked what is closed, and decided or left in doubt. */
    boolean wasAsked() {
        return isDecided || seemsToClose;
    }

    /** Which share of the values known so far are zeros of places that seem closed. */
    double closedShare() {
        return known == 0 ? 0 : (double) closed() / known;
    }

    /** Which share of the values known so far are zeros. */
    double zerosShare() {
        int all = 0;
        for (byte one : zeros) {
            all += one;
        }
        return known == 0 ? 0 : (double) all / known;
    }

    private int closed() {
        int closed = 0;
        for (int place = 0; place < season; place++) {
            closed += isClosed(place) ? zeros[place] : 0;
        }
        return closed;
    }

    private boolean isClosed(int place) {
        return (places() & 1 << place) == 0;
    }

    /**
     * How likely at most it is that as many zeros, spread over the values by chance, leave nothing at as many places:
     * the number of choices of such places times the probability that all their values are among the zeros.
     */
    double luck() {
        int all = 0;
        double choices = 1;
        int places = 0;
        for (int place = 0; place < season; place++) {
            all += zeros[place];
            if (isClosed(place)) {
                choices *= (double) (season - places) / (places + 1);
                places++;
            }
        }
        double luck = choices;
        for (int i = closed() - 1; i >= 0; i--) {
            luck *= (double) (all - i) / (known - i);
        }
        return luck;
    }

    /** Whether as many seasons have passed as are kept: waiting longer tells little more. */
    boolean isFull(int time) {
        return time >= SEASONS_KEPT * season;
    }

    /** Places seem to be closed, but it may be luck. */
    void doubt() {
        seemsToClose = true;
    }

    /** Whether places seem to be closed and it is in doubt. */
    boolean seemsToClose() {
        return seemsToClose;
    }

    /** What was sold is not told: every place is taken for open, and no zero for one of a closed place. */
    void takeAllForOpen() {
        now = (1 << season) - 1;
        before = now;
        decide();
    }

    /** From now on places are closed at which there was nothing in the seasons kept; what was counted is forgotten. */
    void decide() {
        Arrays.fill(zeros, (byte) 0);
        known = 0;
        seemsToClose = false;
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
        if (!isDecided) {
            known++;
            zeros[place] += (byte) (value == 0 ? 1 : 0);
        }
        return !wasAsked() || !isClosed(place);
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
        out.octet((isDecided ? DECIDED : 0) | (seemsToClose ? SEEMS_TO_CLOSE : 0));
        if (!isDecided) {
            out.count(known);
            for (byte one : zeros) {
                out.octet(one);
            }
        }
    }

    /** States of version 4 have only the places, those of version 5 the zeros of the first three seasons. */
    void read(StateReader in) {
        if (season == 1) {
            return;
        }
        now = in.count();
        before = in.count();
        if (in.version() < StateVersion.OF_ZEROS) {
            return;
        }
        int bits = in.octet();
        isDecided = (bits & DECIDED) != 0;
        seemsToClose = (bits & SEEMS_TO_CLOSE) != 0;
        if (isDecided) {
            return;
        }
        known = in.count();
        if (in.version() < StateVersion.OF_DOUBT) {
            readZerosOfThreeSeasons(in);
        } else {
            for (int place = 0; place < season; place++) {
                zeros[place] = (byte) in.octet();
            }
        }
    }

    private void readZerosOfThreeSeasons(StateReader in) {
        long packed = in.count() & 0xFFFFFFFFL;
        packed |= (long) in.count() << Integer.SIZE;
        for (int place = 0; place < season; place++) {
            zeros[place] = (byte) (packed >>> BITS_OF_ZEROS * place & ZEROS_MAX);
        }
    }
}
