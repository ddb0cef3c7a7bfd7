package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Side;
import java.io.IOException;

/**
 * In one window more is asked for (the quantities of new BUYs) than the threshold times the most of any of the 24
 * windows before: a day's peak hour is no spike, something the day before had nothing like is. Cleared by a whole
 * window with at most half of that. Nothing is said before 24 windows have passed.
 *
 * <p>observed: pieces asked for in the window so far; expected: the most before; score: how many times that.
 */
final class DemandSpike extends Rule {
    private static final int WINDOWS = 24;

    private final long[] before = new long[WINDOWS];
    private final Latch latch = new Latch();
    private long windowMs;
    private long window;
    private long windows;
    private long asked;
    private long firstSeq;
    private long firstTs;

    @Override
    public AlertKind kind() {
        return AlertKind.DEMAND_SPIKE;
    }

    @Override
    void report(Moment now, ExecutionReport report) {
        if (report.execType() != ExecType.NEW || report.side() != Side.BUY) {
            return;
        }
        Threshold rule = now.rule(kind());
        roll(now, rule);
        if (asked == 0) {
            firstSeq = now.seq();
            firstTs = now.ts();
        }
        asked += report.orderQty();
        int busiest = busiest();
        long most = before[busiest];
        if (rule.isOff() || windows <= WINDOWS || most == 0) {
            return;
        }
        long times = Amounts.of(asked) / most;
        if (times >= rule.value()) {
            long start = (window - 1 - Math.floorMod(window - 1 - busiest, WINDOWS)) * windowMs;
            latch.raise(
                    now,
                    this,
                    Finding.at(
                                    now,
                                    Amounts.of(asked),
                                    Amounts.of(most),
                                    times,
                                    Amounts.worth(asked - most, now.lastPx()))
                            .since(firstSeq, firstTs)
                            .with(start, windowMs));
        }
    }

    @Override
    void tick(Moment now) {
        roll(now, now.rule(kind()));
    }

    /** Closes the windows that have passed. */
    private void roll(Moment now, Threshold rule) {
        if (rule.windowMs() != windowMs) {
            windowMs = Math.max(1, rule.windowMs());
            window = now.ts() / windowMs;
            windows = 1;
            asked = 0;
            java.util.Arrays.fill(before, 0);
            latch.clear(now, this);
            now.change();
        }
        long current = now.ts() / windowMs;
        if (current == window) {
            return;
        }
        Finding spike = latch.found();
        boolean silent = current > window + 1;
        if (spike != null && (silent || Amounts.of(asked) <= Amounts.percent(50 * rule.value(), spike.expected()))) {
            latch.clear(now, this);
        }
        before[(int) Math.floorMod(window, WINDOWS)] = asked;
        long passed = current - window;
        for (long i = 1; i < Math.min(passed, WINDOWS); i++) {
            before[(int) Math.floorMod(current - i, WINDOWS)] = 0;
        }
        now.change();
        windows += passed;
        window = current;
        asked = 0;
    }

    private int busiest() {
        int busiest = 0;
        for (int i = 1; i < WINDOWS; i++) {
            busiest = before[i] > before[busiest] ? i : busiest;
        }
        return busiest;
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.decimal("asked", found.observed());
        json.decimal("mostBefore", found.expected());
        json.time("mostFrom", found.detail());
        json.integer("windowSec", found.other() / 1_000);
    }

    @Override
    public String advice(Finding found) {
        return "Check for a campaign, a mistaken order or hoarding, and whether stock lasts: demand is "
                + Amounts.text(found.score()) + " times the most of the day before.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        String buys = " AND execType = 'NEW' AND side = 'BUY')";
        long end = found.detail() + found.other();
        return Sql.row(
                "(SELECT SUM(orderQty)" + sql.between("execution_report") + buys,
                "(SELECT SUM(orderQty) FROM execution_report WHERE " + sql.ofSymbol() + " AND dt BETWEEN "
                        + Sql.day(found.detail()) + " AND " + Sql.day(end) + " AND ts >= "
                        + Sql.timestamp(found.detail()) + " AND ts < " + Sql.timestamp(end) + buys);
    }

    @Override
    boolean isEmpty() {
        return windows == 0;
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
        out.number(windowMs);
        out.number(window);
        out.number(windows);
        out.number(asked);
        out.number(firstSeq);
        out.number(firstTs);
        for (long quantity : before) {
            out.number(quantity);
        }
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
        windowMs = in.number();
        window = in.number();
        windows = in.number();
        asked = in.number();
        firstSeq = in.number();
        firstTs = in.number();
        for (int i = 0; i < WINDOWS; i++) {
            before[i] = in.number();
        }
    }
}
