package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;

/**
 * A limit order that is worse for its owner than the last trade by at least the threshold: a BUY so far above it, a
 * SELL so far below. Cleared when the account sent none for the window. The price collar of pre-trade controls, told
 * instead of enforced (MiFID II RTS 6, Article 15; SEC Rule 15c3-5, the Market Access Rule).
 *
 * <p>observed: the order's price; expected: the last trade's price; score: percent.
 */
final class FatFinger extends LatchedRule {
    @Override
    public AlertKind kind() {
        return AlertKind.FAT_FINGER;
    }

    @Override
    void report(Moment now, ExecutionReport report) {
        boolean entered = report.execType() == ExecType.NEW || report.execType() == ExecType.REPLACED;
        Threshold rule = now.rule(kind());
        if (!entered
                || rule.isOff()
                || report.ordType() != OrdType.LIMIT
                || Absent.is(report.price())
                || Absent.is(now.lastPx())) {
            return;
        }
        long last = now.lastPx();
        boolean worse = report.side() == Side.BUY ? report.price() > last : report.price() < last;
        long percent = Amounts.percentOff(report.price(), last);
        if (worse && percent >= rule.value()) {
            long stake = Amounts.times(Math.abs(report.price() - last), report.orderQty());
            latch.raise(
                    now,
                    this,
                    Finding.at(now, report.price(), last, percent, stake)
                            .of(report.account())
                            .about(report.orderId())
                            .since(now.lastPxSeq(), now.lastPxTs())
                            .with(report.orderQty(), report.side() == Side.BUY ? 1 : -1));
        }
    }

    @Override
    void tick(Moment now) {
        latch.expire(now, this);
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.text("orderId", found.ref());
        json.text("side", found.other() > 0 ? "BUY" : "SELL");
        json.integer("orderQty", found.detail());
        json.decimal("price", found.observed());
        json.decimal("lastPx", found.expected());
    }

    @Override
    public String advice(Finding found) {
        return "Ask " + found.account() + " whether " + Amounts.text(found.observed())
                + " was meant where the last trade was at " + Amounts.text(found.expected())
                + ", and cancel what rests of the order if not.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return Sql.row(
                "(SELECT price" + sql.atRaise("execution_report") + ")", "(SELECT price" + sql.atFirst("trade") + ")");
    }
}
