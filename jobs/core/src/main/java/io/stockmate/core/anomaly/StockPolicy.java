package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.SetStockPolicy;
import java.io.IOException;

/**
 * Where an account's stock policy stands, and the limits that it sets.
 *
 * @param seq 0 where no policy was set
 * @param leadTimeDays until what is ordered arrives
 */
record StockPolicy(long seq, long ts, long leadTimeDays, long reviewDays, long safetyStock, long maxStock) {
    static final StockPolicy NONE = new StockPolicy(0, 0, 0, 0, Absent.NUMBER, Absent.NUMBER);

    static StockPolicy of(Moment now, SetStockPolicy set) {
        return new StockPolicy(
                now.seq(), now.ts(), set.leadTimeDays(), set.reviewDays(), set.safetyStock(), set.maxStock());
    }

    boolean isSet() {
        return seq > 0;
    }

    void write(StateOut out) throws IOException {
        out.number(seq);
        out.number(ts);
        out.number(leadTimeDays);
        out.number(reviewDays);
        out.number(Absent.is(safetyStock) ? -1 : safetyStock);
        out.number(Absent.is(maxStock) ? -1 : maxStock);
    }

    static StockPolicy read(StateIn in) throws IOException {
        return new StockPolicy(
                in.number(), in.number(), in.number(), in.number(), optional(in.number()), optional(in.number()));
    }

    private static long optional(long number) {
        return number < 0 ? Absent.NUMBER : number;
    }
}
