package io.stockmate.core.demand;

import java.util.List;

/**
 * At which places of the first season there is anything at all. A shop that is closed on two days of a week, or at night,
 * sells nothing then, and that tells nothing of whether its demand is intermittent.
 */
final class Schedule {
    private static final int SEASON_MAX = 31;

    /** Before so many seasons have passed, nothing is taken for closed. */
    static final int SEASONS_BEFORE = 3;

    /** A place is closed when there was nothing in at least so many seasons. */
    private static final int SEASONS_KEPT = 8;

    private final int season;

    // Places where there was something, one bit each: in the present seasons and in those before.
    private int now;
    private int before;

    Schedule(List<Integer> seasons) {
        season = seasons.isEmpty() || seasons.get(0) > SEASON_MAX ? 1 : seasons.get(0);
    }

    /** Before the value at {@code time}: how many zeros were counted by now of places that turn out to be closed. */
    int foundClosed(int time) {
        return season > 1 && time == SEASONS_BEFORE * season ? SEASONS_BEFORE * (season - Integer.bitCount(now)) : 0;
    }

    /** Takes the value at {@code time}; false where it is the zero of a closed place. */
    boolean isOpen(int time, double value) {
        if (season == 1) {
            return true;
        }
        int bit = 1 << time % season;
        if (time % (SEASONS_KEPT * season) == 0 && time > 0) {
            before = now;
            now = 0;
        }
        if (value != 0) {
            now |= bit;
        }
        return time < SEASONS_BEFORE * season || ((now | before) & bit) != 0;
    }

    void write(StateWriter out) {
        if (season > 1) {
            out.count(now);
            out.count(before);
        }
    }

    void read(StateReader in) {
        if (season > 1) {
            now = in.count();
            before = in.count();
        }
    }
}
