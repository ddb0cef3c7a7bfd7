package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.io.IOException;

/**
 * An account trades on one side while it has at least the threshold of orders resting on the other, and then, within
 * the window, cancels at least as many of these without a fill. Cleared when it cancelled none for the window. Layering
 * and spoofing are market manipulation by MAR, Article 12(2)(c), and Delegated Regulation (EU) 2016/522, Annex II,
 * Section 1, 5(e) and (f); FINRA Rule 5210.03.
 *
 * <p>observed: orders cancelled since the trade; expected: 0; score: the same number.
 */
final class Layering extends Rule {
    /** The text of a cancel that the owner asked for. */
    static final String BY_OWNER = "BY_OWNER";

    private final Latch latch = new Latch();
    private long restingBuys;
    private long restingSells;
    private boolean marked;
    private boolean bought;
    private long tradeSeq;
    private long tradeTs;
    private long layers;
    private long cancelled;
    private long worth;

    @Override
    public AlertKind kind() {
        return AlertKind.LAYERING;
    }

    @Override
    void trade(Moment now, Trade trade) {
        Threshold rule = now.rule(kind());
        if (marked && (rule.isOff() || now.ts() > tradeTs + rule.windowMs())) {
            marked = false;
        }
        boolean buys = now.account().equals(trade.buyer());
        long opposite = buys ? restingSells : restingBuys;
        if ((!marked || cancelled == 0) && !rule.isOff() && Amounts.of(opposite) >= rule.value()) {
            marked = true;
            bought = buys;
            tradeSeq = now.seq();
            tradeTs = now.ts();
            layers = opposite;
            cancelled = 0;
            worth = 0;
        }
    }

    @Override
    void report(Moment now, ExecutionReport report) {
        if (isStop(report)) {
            return;
        }
        switch (report.execType()) {
            case ORDER_STATUS, REJECTED, TRADE_CANCEL, TRADE_CORRECT -> {
                return;
            }
            case NEW, TRADE, CANCELED, REPLACED, EXPIRED, TRIGGERED, RESTATED -> count(report);
        }
        boolean unfilled =
                report.execType() == ExecType.CANCELED && report.cumQty() == 0 && BY_OWNER.equals(report.text());
        if (!marked || !unfilled || report.side() != (bought ? Side.SELL : Side.BUY)) {
            return;
        }
        Threshold rule = now.rule(kind());
        if (now.ts() > tradeTs + rule.windowMs()) {
            marked = false;
            return;
        }
        cancelled++;
        worth = Math.min(Amounts.MAX, worth + Amounts.worth(report.orderQty(), report.price()));
        if (!rule.isOff() && Amounts.of(cancelled) >= rule.value()) {
            latch.raise(
                    now,
                    this,
                    Finding.at(now, Amounts.of(cancelled), 0, Amounts.of(cancelled), worth)
                            .of(report.account())
                            .since(tradeSeq, tradeTs)
                            .with(layers, bought ? 1 : -1));
        }
    }

    /** Stops are left out: most of their lives they are in no book, and their ends do not tell whether they were. */
    private static boolean isStop(ExecutionReport report) {
        return !Absent.is(report.stopPx());
    }

    private void count(ExecutionReport report) {
        boolean ended = report.ordStatus() == OrdStatus.FILLED
                || report.ordStatus() == OrdStatus.CANCELED
                || report.ordStatus() == OrdStatus.EXPIRED;
        long change = report.execType() == ExecType.NEW ? 1 : ended ? -1 : 0;
        if (report.side() == Side.BUY) {
            restingBuys = Math.max(0, restingBuys + change);
        } else {
            restingSells = Math.max(0, restingSells + change);
        }
    }

    @Override
    void tick(Moment now) {
        latch.expire(now, this);
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.text("traded", found.other() > 0 ? "BUY" : "SELL");
        json.integer("layers", found.detail());
        json.decimal("cancelled", found.observed());
        json.integer("seconds", (found.raisedTs() - found.firstTs()) / 1_000);
    }

    @Override
    public String advice(Finding found) {
        return "Review the orders of " + found.account() + ": " + Amounts.text(found.observed()) + " of its "
                + (found.other() > 0 ? "SELLs" : "BUYs")
                + " vanished unfilled after it had traded on the other side; report it if this is its way.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return Sql.row(
                "(SELECT COUNT(*)" + sql.between("execution_report") + " AND account = "
                        + Sql.quoted(String.valueOf(found.account())) + " AND side = '"
                        + (found.other() > 0 ? "SELL" : "BUY")
                        + "' AND execType = 'CANCELED' AND cumQty = 0 AND text = 'BY_OWNER')",
                "0");
    }

    @Override
    boolean isEmpty() {
        return restingBuys == 0 && restingSells == 0 && !marked && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
        out.number(restingBuys);
        out.number(restingSells);
        out.flag(marked);
        if (marked) {
            out.flag(bought);
            out.number(tradeSeq);
            out.number(tradeTs);
            out.number(layers);
            out.number(cancelled);
            out.number(worth);
        }
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
        restingBuys = in.number();
        restingSells = in.number();
        marked = in.flag();
        if (marked) {
            bought = in.flag();
            tradeSeq = in.number();
            tradeTs = in.number();
            layers = in.number();
            cancelled = in.number();
            worth = in.number();
        }
    }
}
