package io.stockmate.local.exactness;

import java.util.List;

/** The smallest of some values that so many of 100 of them do not exceed (nearest rank). */
public final class Percentile {
    private static final int ALL = 100;

    private Percentile() {}

    /** @return 0 where there are no values */
    public static long of(List<Long> values, int percent) {
        int rank = (values.size() * percent + ALL - 1) / ALL;
        return values.stream().sorted().skip(Math.max(0, rank - 1)).findFirst().orElse(0L);
    }
}
