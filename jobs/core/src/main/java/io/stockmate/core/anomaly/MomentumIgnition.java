package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.io.IOException;
import java.util.ArrayDeque;

/**
 * An account is the aggressor of at least three trades in one direction, the price goes that way by at least the
 * threshold, and the account then trades the other way at it, all within the window. Cleared when it did not for the
 * window. Momentum ignition is an indicator of manipulation by Delegated Regulation (EU) 2016/522, Annex II, Section 1,
 * 5(b). Of a longer burst the last {@value #PUSHES_MAX} trades count.
 *
 * <p>observed: the price of the trade the other way; expected: that of the first trade; score: percent.
 */
final class MomentumIgnition extends Rule {
    private static final int BURST_TRADES = 3;
    private static final int PUSHES_MAX = 8;

    private final Latch latch = new Latch();
    private final ArrayDeque<Push> pushes = new ArrayDeque<>();
    private boolean buying;

    /** A trade in which the account was the aggressor. */
    private record Push(long ts, long seq, long price) {}

    @Override
    public AlertKind kind() {
        return AlertKind.MOMENTUM_IGNITION;
    }

    @Override
    void trade(Moment now, Trade trade) {
        Threshold rule = now.rule(kind());
        if (rule.isOff() || trade.buyer().equals(trade.seller())) {
            pushes.clear();
            return;
        }
        forgetBefore(now.ts() - rule.windowMs());
        boolean buys = now.account().equals(trade.buyer());
        boolean aggressive = buys == (trade.aggressorSide() == Side.BUY);
        if (buys != buying) {
            turn(now, trade, rule);
        }
        if (!aggressive) {
            return;
        }
        if (buys != buying) {
            pushes.clear();
            buying = buys;
        }
        if (pushes.size() == PUSHES_MAX) {
            pushes.removeFirst();
        }
        pushes.addLast(new Push(now.ts(), now.seq(), trade.price()));
    }

    private void turn(Moment now, Trade trade, Threshold rule) {
        Push first = pushes.peekFirst();
        if (first == null || pushes.size() < BURST_TRADES) {
            return;
        }
        boolean along = buying ? trade.price() > first.price() : trade.price() < first.price();
        long percent = Amounts.percentOff(trade.price(), first.price());
        if (along && percent >= rule.value()) {
            latch.raise(
                    now,
                    this,
                    Finding.at(now, trade.price(), first.price(), percent, Amounts.worth(trade.qty(), trade.price()))
                            .of(now.account())
                            .since(first.seq(), first.ts())
                            .with(pushes.size(), buying ? 1 : -1));
            pushes.clear();
        }
    }

    private boolean forgetBefore(long ts) {
        return pushes.removeIf(push -> push.ts() < ts);
    }

    @Override
    void tick(Moment now) {
        if (forgetBefore(now.ts() - now.rule(kind()).windowMs())) {
            now.change();
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
        return pushes.isEmpty() && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
        out.flag(buying);
        out.number(pushes.size());
        for (Push push : pushes) {
            out.number(push.ts());
            out.number(push.seq());
            out.number(push.price());
        }
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
        buying = in.flag();
        for (int left = in.count(); left > 0; left--) {
            pushes.addLast(new Push(in.number(), in.number(), in.number()));
        }
    }
}
