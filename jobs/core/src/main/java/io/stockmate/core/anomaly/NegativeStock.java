package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.StockLevel;

/**
 * Of an instrument that may not be sold short, at least the threshold of pieces more is promised than there is. Cleared
 * when nothing is missing any more.
 *
 * <p>observed: pieces available; expected: 0; score: pieces missing.
 */
final class NegativeStock extends LatchedRule {
    @Override
    public AlertKind kind() {
        return AlertKind.NEGATIVE_STOCK;
    }

    @Override
    void stock(Moment now, StockLevel level) {
        Threshold rule = now.rule(kind());
        long missing = -level.available();
        if (missing <= 0 || rule.isOff() || now.allowShort()) {
            latch.clear(now, this);
        } else if (Amounts.of(missing) >= rule.value()) {
            long stake = Amounts.worth(missing, now.lastPx());
            latch.raise(
                    now,
                    this,
                    Finding.at(now, Amounts.of(level.available()), 0, Amounts.of(missing), stake)
                            .of(level.account())
                            .with(level.onHand(), level.allocated()));
        }
    }

    @Override
    void tick(Moment now) {
        if (now.rule(kind()).isOff()) {
            latch.clear(now, this);
        }
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.integer("onHand", found.detail());
        json.integer("allocated", found.other());
        json.decimal("missing", found.score());
    }

    @Override
    public String advice(Finding found) {
        return "Count the stock of " + found.account() + ", and cancel or replenish orders for "
                + Amounts.text(found.score()) + " pieces that cannot be delivered.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return "SELECT " + Sql.decimal("available") + " AS observed, " + Sql.decimal("0") + " AS expected"
                + sql.atRaise("stock_level");
    }
}
