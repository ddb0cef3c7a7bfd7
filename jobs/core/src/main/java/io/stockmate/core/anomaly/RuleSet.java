package io.stockmate.core.anomaly;

import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.Trade;
import java.io.IOException;

/** Rules that look at the same events, one after another. Their order is part of the state's format. */
abstract class RuleSet {
    private final Rule[] rules;

    RuleSet(Rule... rules) {
        this.rules = rules;
    }

    void trade(Moment now, Trade trade) {
        for (Rule rule : rules) {
            rule.trade(now, trade);
        }
    }

    void report(Moment now, ExecutionReport report) {
        for (Rule rule : rules) {
            rule.report(now, report);
        }
    }

    void stock(Moment now, StockLevel level) {
        for (Rule rule : rules) {
            rule.stock(now, level);
        }
    }

    void policy(Moment now, SetStockPolicy policy) {
        for (Rule rule : rules) {
            rule.policy(now, policy);
        }
    }

    /** @return whether the state has changed */
    boolean tick(Moment now) {
        now.watchForChange();
        boolean emptied = false;
        for (Rule rule : rules) {
            if (!rule.isEmpty()) {
                rule.tick(now);
                emptied |= rule.isEmpty();
            }
        }
        return emptied || now.changed();
    }

    boolean isEmpty() {
        for (Rule rule : rules) {
            if (!rule.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Which rules have anything to remember, and what. */
    void write(StateOut out) throws IOException {
        long present = 0;
        for (int i = 0; i < rules.length; i++) {
            present |= rules[i].isEmpty() ? 0 : 1L << i;
        }
        out.number(present);
        for (Rule rule : rules) {
            if (!rule.isEmpty()) {
                rule.write(out);
            }
        }
    }

    void read(StateIn in) throws IOException {
        long present = in.number();
        for (int i = 0; i < rules.length; i++) {
            if ((present >> i & 1) == 1) {
                rules[i].read(in);
            }
        }
    }
}
