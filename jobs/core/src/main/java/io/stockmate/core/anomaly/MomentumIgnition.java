package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.io.IOException;

/**
 * An account is the aggressor of at least three trades in one direction, the price goes that way by at least the threshold,
 * and the account then trades the other way at it, all within the window. Cleared when it did not for the window. Momentum
 * ignition is an indicator of manipulation by Delegated Regulation (EU) 2016/522, Annex II, Section 1, 5(b).
 *
 * <p>observed: the price of the trade the other way; expected: that of the first trade; score: percent.
 */
final class MomentumIgnition extends Rule {
    private static final long BURST_TRADES = 3;

    private final Latch latch = new Latch();
    private long trades;
    private boolean buying;
    private long startSeq;
    private long startTs;
    private long startPx;

    @Override
    public AlertKind kind() {
        return AlertKind.MOMENTUM_IGNITION;
    }

    @Override
    void trade(Moment now, Trade trade) {
        Threshold rule = now.rule(kind());
        if (rule.isOff() || trade.buyer().equals(trade.seller())) {
            trades = 0;
            return;
        }
        if (trades > 0 && now.ts() > startTs + rule.windowMs()) {
            trades = 0;
        }
        boolean buys = now.account().equals(trade.buyer());
        boolean aggressive = buys == (trade.aggressorSide() == Side.BUY);
        if (trades > 0 && buys != buying) {
            turn(now, trade, rule);
        }
        if (!aggressive) {
            return;
        }
        if (trades == 0 || buys != buying) {
            trades = 0;
            buying = buys;
            startSeq = now.seq();
            startTs = now.ts();
            startPx = trade.price();
        }
        trades++;
    }

    private void turn(Moment now, Trade trade, Threshold rule) {
        boolean along = buying ? trade.price() > startPx : trade.price() < startPx;
        long percent = Amounts.percentOff(trade.price(), startPx);
        if (trades >= BURST_TRADES && along && percent >= rule.value()) {
            latch.raise(
                    now,
                    this,
                    Finding.at(now, trade.price(), startPx, percent, Amounts.worth(trade.qty(), trade.price()))
                            .of(now.account())
                            .since(startSeq, startTs)
                            .with(trades, buying ? 1 : -1));
            trades = 0;
        }
    }

    @Override
    void tick(Moment now) {
        if (now.ts() > startTs + now.rule(kind()).windowMs()) {
            trades = 0;
        }
        latch.expire(now, this);
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.text("direction", found.other() > 0 ? "UP" : "DOWN");
        json.integer("aggressiveTrades", found.detail());
        json.decimal("from", found.expected());
        json.decimal("to", found.observed());
        json.integer("seconds", (found.raisedTs() - found.firstTs()) / 1_000);
    }

    @Override
    public String advice(Finding found) {
        return "Review the trades of " + found.account() + ": it pushed the price from "
                + Amounts.text(found.expected()) + " and turned at " + Amounts.text(found.observed())
                + "; report it if this is its way.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return Sql.row("(SELECT price" + sql.atRaise("trade") + ")", "(SELECT price" + sql.atFirst("trade") + ")");
    }

    @Override
    boolean isEmpty() {
        return trades == 0 && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
        out.number(trades);
        out.flag(buying);
        out.number(startSeq);
        out.number(startTs);
        out.number(startPx);
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
        trades = in.number();
        buying = in.flag();
        startSeq = in.number();
        startTs = in.number();
        startPx = in.number();
    }
}
