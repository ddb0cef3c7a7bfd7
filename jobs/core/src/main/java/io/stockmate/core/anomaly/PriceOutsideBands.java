package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Trade;
import java.io.IOException;

/**
 * A trade outside the instrument's bandLowPx and bandHighPx; where it has neither, a trade that differs by more than
 * bandPercent, or without one by at least the threshold, from the last price of the UTC day before. Cleared when no
 * trade was outside for the window. Static price bands are required of trading venues by MiFID II (RTS 7, Article 18)
 * and described in ESMA's guidelines on circuit breakers (ESMA70-872942901-63).
 *
 * <p>observed: the price; expected: the band's edge, or the day's reference price; score: percent beyond it.
 */
final class PriceOutsideBands extends Rule {
    private static final long DAY_MS = 86_400_000;

    private final Latch latch = new Latch();
    private long day = -1;
    private long referencePx = Absent.NUMBER;
    private long referenceSeq;
    private long referenceTs;

    @Override
    public AlertKind kind() {
        return AlertKind.PRICE_OUTSIDE_BANDS;
    }

    @Override
    void trade(Moment now, Trade trade) {
        Threshold rule = now.rule(kind());
        openDay(now, trade);
        if (rule.isOff()) {
            latch.clear(now, this);
            return;
        }
        long price = trade.price();
        boolean fixed = !Absent.is(now.bandLowPx()) || !Absent.is(now.bandHighPx());
        Finding found = null;
        if (!Absent.is(now.bandLowPx()) && price < now.bandLowPx()) {
            found = beyond(now, trade, now.bandLowPx())
                    .since(now.definedSeq(), now.definedTs())
                    .with(-1, 0);
        } else if (!Absent.is(now.bandHighPx()) && price > now.bandHighPx()) {
            found = beyond(now, trade, now.bandHighPx())
                    .since(now.definedSeq(), now.definedTs())
                    .with(1, 0);
        } else if (!fixed) {
            boolean banded = !Absent.is(now.bandPercent());
            long percent = Amounts.percentOff(price, referencePx);
            if (banded ? percent > now.bandPercent() : percent >= rule.value()) {
                found = beyond(now, trade, referencePx)
                        .since(referenceSeq, referenceTs)
                        .with(0, banded ? now.bandPercent() : rule.value());
            }
        }
        if (found == null) {
            latch.expire(now, this);
        } else {
            latch.raise(now, this, found);
        }
    }

    private void openDay(Moment now, Trade trade) {
        long today = now.ts() / DAY_MS;
        if (today != day) {
            boolean first = Absent.is(now.lastPx());
            day = today;
            referencePx = first ? trade.price() : now.lastPx();
            referenceSeq = first ? now.seq() : now.lastPxSeq();
            referenceTs = first ? now.ts() : now.lastPxTs();
        }
    }

    private static Finding beyond(Moment now, Trade trade, long edge) {
        long percent = Amounts.percentOff(trade.price(), Math.max(1, edge));
        return Finding.at(now, trade.price(), edge, percent, Amounts.worth(trade.qty(), trade.price()));
    }

    @Override
    void tick(Moment now) {
        latch.expire(now, this);
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.decimal("price", found.observed());
        json.text("band", found.detail() == 0 ? "PERCENT" : found.detail() < 0 ? "LOW" : "HIGH");
        json.decimal(found.detail() == 0 ? "reference" : "edge", found.expected());
        if (found.detail() == 0) {
            json.decimal("bandPercent", found.other());
        }
    }

    @Override
    public String advice(Finding found) {
        return "Check whether the trade at " + Amounts.text(found.observed())
                + " was meant and whether the bands still fit the market; correct it if it was an error.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        String field = found.detail() < 0 ? "bandLowPx" : "bandHighPx";
        String expected = found.detail() == 0
                ? "(SELECT price" + sql.atFirst("trade") + ")"
                : "(SELECT regexp_extract(body, '\"" + field + "\":\"([0-9.]+)\"', 1)" + sql.atFirst("accepted") + ")";
        return Sql.row("(SELECT price" + sql.atRaise("trade") + ")", expected);
    }

    @Override
    boolean isEmpty() {
        return day < 0 && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
        out.number(day);
        out.number(day < 0 ? 0 : referencePx);
        out.number(referenceSeq);
        out.number(referenceTs);
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
        day = in.number();
        long price = in.number();
        referencePx = day < 0 ? Absent.NUMBER : price;
        referenceSeq = in.number();
        referenceTs = in.number();
    }
}
