package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.JsonText;
import java.io.IOException;

/**
 * An account enters, replaces and cancels at least the threshold of times in one window, and not one of ten of these
 * leads to a fill. Windows follow each other from the account's first order on. Cleared when there was none such for
 * the window. Quote stuffing is an indicator of manipulation by Delegated Regulation (EU) 2016/522, Annex II, Section
 * 1, 4(d) and 5(c).
 *
 * <p>observed: orders, replacements and cancels in the window so far; expected: the threshold; score: how many times
 * it.
 */
final class QuoteStuffing extends Rule {
    private static final long FILLS_PER_MESSAGE = 10;

    private final Latch latch = new Latch();
    private long windowTs;
    private long firstSeq;
    private long messages;
    private long fills;

    @Override
    public AlertKind kind() {
        return AlertKind.QUOTE_STUFFING;
    }

    @Override
    void report(Moment now, ExecutionReport report) {
        Threshold rule = now.rule(kind());
        if (messages > 0 && now.ts() >= windowTs + rule.windowMs()) {
            messages = 0;
            fills = 0;
        }
        if (report.execType() == ExecType.TRADE) {
            fills += messages > 0 ? 1 : 0;
            return;
        }
        boolean said = report.execType() == ExecType.NEW
                || report.execType() == ExecType.REPLACED
                || (report.execType() == ExecType.CANCELED && Layering.BY_OWNER.equals(report.text()));
        if (!said || rule.isOff()) {
            return;
        }
        if (messages++ == 0) {
            windowTs = now.ts();
            firstSeq = now.seq();
        }
        if (Amounts.of(messages) >= rule.value() && fills * FILLS_PER_MESSAGE <= messages) {
            latch.raise(
                    now,
                    this,
                    Finding.at(
                                    now,
                                    Amounts.of(messages),
                                    rule.value(),
                                    Amounts.times(Amounts.of(messages), Amounts.of(1)) / rule.value(),
                                    0)
                            .of(report.account())
                            .since(firstSeq, windowTs)
                            .with(fills, rule.windowMs()));
        }
    }

    @Override
    void tick(Moment now) {
        if (messages > 0 && now.ts() >= windowTs + now.rule(kind()).windowMs()) {
            messages = 0;
            fills = 0;
            now.change();
        }
        latch.expire(now, this);
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.decimal("messages", found.observed());
        json.integer("fills", found.detail());
        json.integer("windowSec", found.other() / 1_000);
    }

    @Override
    public String advice(Finding found) {
        return "Ask " + found.account() + " to stop or slow down its orders, and limit its rate: "
                + Amounts.text(found.observed()) + " messages led to " + found.detail() + " fills.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return Sql.row(
                "(SELECT COUNT(*)" + sql.between("execution_report") + " AND account = "
                        + Sql.quoted(String.valueOf(found.account()))
                        + " AND (execType IN ('NEW', 'REPLACED') OR (execType = 'CANCELED' AND text = 'BY_OWNER')))",
                Amounts.text(found.expected()));
    }

    @Override
    boolean isEmpty() {
        return messages == 0 && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
        out.number(windowTs);
        out.number(firstSeq);
        out.number(messages);
        out.number(fills);
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
        windowTs = in.number();
        firstSeq = in.number();
        messages = in.number();
        fills = in.number();
    }
}
