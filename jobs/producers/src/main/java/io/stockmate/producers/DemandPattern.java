package io.stockmate.producers;

import java.util.function.LongToIntFunction;

/** How keen customers are at a time, in percent of their busiest hour. */
@FunctionalInterface
public interface DemandPattern extends LongToIntFunction {
    /** Always the same. */
    DemandPattern STEADY = time -> 100;

    /** A week of shopping in book time (UTC): little at night, most in the early evening, and more towards Saturday. */
    static DemandPattern weekly(Pace pace) {
        return time -> ShoppingWeek.percent(pace.bookTime(time));
    }
}
