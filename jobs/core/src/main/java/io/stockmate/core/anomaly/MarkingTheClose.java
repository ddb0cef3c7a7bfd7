package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * In the window before the end of the UTC day, with which DAY orders end, the price moved by at least the threshold,
 * and one account was the aggressor in more than half of what traded. Looked at with the first tick or trade of the
 * next day; at most 16 accounts are told apart. Cleared after another window. Marking the close is market manipulation
 * by MAR, Article 12(2)(b), and Delegated Regulation (EU) 2016/522, Annex II, Section 1, 5(d).
 *
 * <p>observed: the day's last price; expected: the last price before the window; score: percent.
 */
final class MarkingTheClose extends Rule {
    private static final long DAY_MS = 86_400_000;
    private static final int ACCOUNTS_MAX = 16;

    private final Latch latch = new Latch();
    private final TreeMap<String, Long> aggressors = new TreeMap<>();
    private long day;
    private long volume;
    private long basePx;
    private long baseSeq;
    private long baseTs;
    private long closePx;
    private long closeSeq;
    private long closeTs;

    @Override
    public AlertKind kind() {
        return AlertKind.MARKING_THE_CLOSE;
    }

    @Override
    void trade(Moment now, Trade trade) {
        settle(now);
        Threshold rule = now.rule(kind());
        long today = now.ts() / DAY_MS;
        boolean closing = now.ts() >= (today + 1) * DAY_MS - rule.windowMs();
        if (rule.isOff() || !closing || (volume == 0 && Absent.is(now.lastPx()))) {
            return;
        }
        if (volume == 0) {
            day = today;
            basePx = now.lastPx();
            baseSeq = now.lastPxSeq();
            baseTs = now.lastPxTs();
        }
        volume += trade.qty();
        closePx = trade.price();
        closeSeq = now.seq();
        closeTs = now.ts();
        String aggressor = trade.aggressorSide() == Side.BUY ? trade.buyer() : trade.seller();
        if (aggressors.containsKey(aggressor) || aggressors.size() < ACCOUNTS_MAX) {
            aggressors.merge(aggressor, trade.qty(), Long::sum);
        }
    }

    @Override
    void tick(Moment now) {
        settle(now);
        latch.expire(now, this);
    }

    private void settle(Moment now) {
        if (volume == 0 || now.ts() < (day + 1) * DAY_MS) {
            return;
        }
        Threshold rule = now.rule(kind());
        long percent = Amounts.percentOff(closePx, basePx);
        for (Map.Entry<String, Long> aggressor : aggressors.entrySet()) {
            if (!rule.isOff() && percent >= rule.value() && aggressor.getValue() * 2 > volume) {
                latch.raise(
                        now,
                        this,
                        Finding.at(now, closePx, basePx, percent, Amounts.worth(aggressor.getValue(), closePx))
                                .of(aggressor.getKey())
                                .about(aggressor.getValue() + " of " + volume)
                                .since(baseSeq, baseTs)
                                .with(closeSeq, closeTs));
            }
        }
        volume = 0;
        aggressors.clear();
        now.change();
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.decimal("close", found.observed());
        json.decimal("before", found.expected());
        json.text("aggressorOf", found.ref());
    }

    @Override
    public String advice(Finding found) {
        return "Ask " + found.account() + " why it traded " + found.ref()
                + " pieces right before the end of the day, and" + " whether its positions gained from the close at "
                + Amounts.text(found.observed()) + ".";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return Sql.row(
                "(SELECT price" + sql.at("trade", found.detail(), found.other()) + ")",
                "(SELECT price" + sql.atFirst("trade") + ")");
    }

    @Override
    boolean isEmpty() {
        return volume == 0 && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
        for (long number : new long[] {day, volume, basePx, baseSeq, baseTs, closePx, closeSeq, closeTs}) {
            out.number(number);
        }
        out.number(aggressors.size());
        for (Map.Entry<String, Long> aggressor : aggressors.entrySet()) {
            out.text(aggressor.getKey());
            out.number(aggressor.getValue());
        }
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
        day = in.number();
        volume = in.number();
        basePx = in.number();
        baseSeq = in.number();
        baseTs = in.number();
        closePx = in.number();
        closeSeq = in.number();
        closeTs = in.number();
        for (int left = in.count(); left > 0; left--) {
            aggressors.put(in.text(), in.number());
        }
    }
}
