package io.stockmate.core.anomaly;

import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.Trade;
import java.io.IOException;

/**
 * A rule and what it remembers, of a symbol or of an account in a symbol. A rule of an account sees that account's
 * reports, levels and policies, and the trades that it is part of.
 */
abstract class Rule implements Wording {
    void trade(Moment now, Trade trade) {}

    void report(Moment now, ExecutionReport report) {}

    void stock(Moment now, StockLevel level) {}

    void policy(Moment now, SetStockPolicy policy) {}

    /** Whatever it changes in what it remembers, without raising or clearing, it tells by {@link Moment#change}. */
    void tick(Moment now) {}

    /** Whether there is nothing to remember: a new rule would do as well. */
    abstract boolean isEmpty();

    abstract void write(StateOut out) throws IOException;

    abstract void read(StateIn in) throws IOException;
}
