package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;

/**
 * A count that differs from the book by at least the threshold. What is missing is shrinkage (theft, damage, unrecorded
 * issues); where the shelf is empty and the book is not, the stock was a phantom. Cleared by a count within half the
 * threshold, or after the window. The causes are those of DeHoratius and Raman, Inventory Record Inaccuracy: An
 * Empirical Analysis (Management Science 54, 2008).
 *
 * <p>observed: pieces counted; expected: pieces on the books; score: the difference in percent of the books, 100 where
 * they had none.
 */
final class StockDiscrepancy extends LatchedRule {
    private static final long WHOLE = Amounts.of(100);

    @Override
    public AlertKind kind() {
        return AlertKind.STOCK_DISCREPANCY;
    }

    @Override
    void stock(Moment now, StockLevel level) {
        if (level.reason() != StockReason.COUNT) {
            return;
        }
        Threshold rule = now.rule(kind());
        long booked = level.onHand() - level.delta();
        long off = Math.abs(level.delta());
        long percent = booked > 0 ? Amounts.percentOf(off, booked) : off > 0 ? WHOLE : 0;
        if (rule.isOff() || percent <= rule.value() / 2) {
            latch.clear(now, this);
        } else if (percent >= rule.value()) {
            latch.raise(
                    now,
                    this,
                    Finding.at(
                                    now,
                                    Amounts.of(level.onHand()),
                                    Amounts.of(booked),
                                    percent,
                                    Amounts.worth(off, now.lastPx()))
                            .of(level.account())
                            .with(level.delta(), 0));
        }
    }

    @Override
    void tick(Moment now) {
        latch.expire(now, this);
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        boolean phantom = found.observed() == 0 && found.expected() > 0;
        json.text("finding", phantom ? "PHANTOM_STOCK" : found.detail() < 0 ? "SHRINKAGE" : "SURPLUS");
        json.decimal("counted", found.observed());
        json.decimal("booked", found.expected());
        json.integer("difference", found.detail());
    }

    @Override
    public String advice(Finding found) {
        return "Count the stock of " + found.account() + " again, and look for "
                + (found.detail() < 0 ? "theft, damage or issues" : "receipts")
                + " that were not recorded since the last count.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return "SELECT " + Sql.decimal("onHand") + " AS observed, " + Sql.decimal("onHand - delta") + " AS expected"
                + sql.atRaise("stock_level");
    }
}
