package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Trade;
import java.io.IOException;

/**
 * For an order more was received than bought, by at least the threshold of pieces. Cleared when none came for the
 * window. For an order that has bought nothing that comes later, or whose goods came in full more than a day ago,
 * pieces count from this receipt on. Over-delivery as in the tolerance check of goods receipts against purchase orders.
 *
 * <p>observed: pieces received for the order; expected: pieces bought; score: the excess.
 */
final class OverDelivery extends Rule {
    private final Deliveries deliveries;
    private final Latch latch = new Latch();

    /** Keeps the deliveries up to date, for the account's later rules too. */
    OverDelivery(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.OVER_DELIVERY;
    }

    @Override
    void trade(Moment now, Trade trade) {
        if (Deliveries.comesLater(trade) && now.account().equals(trade.buyer())) {
            deliveries.bought(now, trade);
        }
    }

    @Override
    void report(Moment now, ExecutionReport report) {
        boolean corrects = report.execType() == ExecType.TRADE_CANCEL || report.execType() == ExecType.TRADE_CORRECT;
        if (corrects && report.side() == Side.BUY) {
            deliveries.corrected(now, report.orderId(), report.cumQty());
        }
    }

    @Override
    void stock(Moment now, StockLevel level) {
        Deliveries.Delivery delivery = deliveries.received(now, level);
        if (level.reason() != StockReason.RECEIPT || level.ref() == null) {
            return;
        }
        if (delivery == null) {
            judge(now, level, 0, level.delta(), now.seq(), now.ts());
        } else {
            judge(now, level, delivery.bought, delivery.received, delivery.firstSeq, delivery.firstTs);
        }
    }

    private void judge(Moment now, StockLevel level, long bought, long received, long firstSeq, long firstTs) {
        Threshold rule = now.rule(kind());
        long excess = received - bought;
        if (rule.isOff() || excess <= 0 || Amounts.of(excess) < rule.value()) {
            return;
        }
        if (!deliveries.mayHaveForgotten(bought == 0 ? 1 : firstSeq)) {
            latch.raise(
                    now,
                    this,
                    Finding.at(
                                    now,
                                    Amounts.of(received),
                                    Amounts.of(bought),
                                    Amounts.of(excess),
                                    Amounts.worth(excess, now.lastPx()))
                            .of(level.account())
                            .about(level.ref())
                            .since(firstSeq, firstTs));
        }
    }

    @Override
    void tick(Moment now) {
        if (deliveries.forget(now.ts())) {
            now.change();
        }
        latch.expire(now, this);
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.text("orderId", found.ref());
        json.decimal("received", found.observed());
        json.decimal("bought", found.expected());
    }

    @Override
    public String advice(Finding found) {
        return "Return or pay the " + Amounts.text(found.score()) + " pieces that " + found.account()
                + " received beyond order " + found.ref() + ".";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        String order = Sql.quoted(String.valueOf(found.ref()));
        return Sql.row(
                "(SELECT SUM(delta)" + sql.between("stock_level") + " AND reason = 'RECEIPT' AND ref = " + order + ")",
                "COALESCE(" + Deliveries.bought(sql, order) + ", 0)");
    }

    @Override
    boolean isEmpty() {
        return deliveries.isEmpty() && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        deliveries.write(out);
        latch.write(out);
    }

    @Override
    void read(StateIn in) throws IOException {
        deliveries.read(in);
        latch.read(in);
    }
}
