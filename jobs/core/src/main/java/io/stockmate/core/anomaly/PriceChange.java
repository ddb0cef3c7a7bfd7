package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Trade;
import java.io.IOException;

/**
 * A trade's price differs by at least the threshold from the lowest or from the highest price traded within the window
 * before it. Cleared when the largest change within the window is at most half the threshold. The single-stock circuit
 * breakers of exchanges work that way (FINRA Rule 6190, the Limit Up-Limit Down plan: 5 % and more within five
 * minutes).
 *
 * <p>observed: the price; expected: the price it is compared with; score: percent.
 */
final class PriceChange extends Rule {
    private final PriceWindow window = new PriceWindow();
    private final Latch latch = new Latch();

    @Override
    public AlertKind kind() {
        return AlertKind.PRICE_CHANGE;
    }

    @Override
    void trade(Moment now, Trade trade) {
        Threshold rule = now.rule(kind());
        if (rule.isOff()) {
            window.forget();
            latch.clear(now, this);
            return;
        }
        window.forgetBefore(now.ts() - rule.windowMs());
        PriceWindow.Extreme base = window.farthest(trade.price());
        window.add(now.ts(), now.seq(), trade.price(), rule.windowMs());
        if (base == null) {
            settle(now, rule);
            return;
        }
        long percent = Amounts.percentOff(trade.price(), base.price());
        if (percent >= rule.value()) {
            long stake = Amounts.worth(trade.qty(), trade.price());
            latch.raise(
                    now,
                    this,
                    Finding.at(now, trade.price(), base.price(), percent, stake)
                            .since(base.seq(), base.ts())
                            .with(rule.windowMs(), 0));
        } else {
            settle(now, rule);
        }
    }

    @Override
    void tick(Moment now) {
        Threshold rule = now.rule(kind());
        if (window.forgetBefore(now.ts() - rule.windowMs())) {
            now.change();
        }
        settle(now, rule);
    }

    private void settle(Moment now, Threshold rule) {
        if (latch.isRaised() && window.changePercent() <= rule.value() / 2) {
            latch.clear(now, this);
        }
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.text("direction", found.observed() > found.expected() ? "UP" : "DOWN");
        json.decimal("price", found.observed());
        json.decimal("from", found.expected());
        json.decimal("percent", found.score());
        json.integer("seconds", (found.raisedTs() - found.firstTs()) / 1_000);
        json.integer("windowSec", found.detail() / 1_000);
    }

    @Override
    public String advice(Finding found) {
        return "Look for news, and for a large order, that took the price from " + Amounts.text(found.expected())
                + " to " + Amounts.text(found.observed()) + "; if there is none, consider a halt.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return Sql.row("(SELECT price" + sql.atRaise("trade") + ")", "(SELECT price" + sql.atFirst("trade") + ")");
    }

    @Override
    boolean isEmpty() {
        return window.isEmpty() && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        window.write(out);
        latch.write(out);
    }

    @Override
    void read(StateIn in) throws IOException {
        window.read(in);
        latch.read(in);
    }
}
