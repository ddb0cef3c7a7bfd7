package io.stockmate.core.anomaly;

import io.stockmate.core.anomaly.detect.AlertBudget;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.AlertState;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Trade;
import java.io.IOException;
import java.util.function.Consumer;

/** The event at which the rules of a symbol look, what held before it, and where to say what they find. */
final class Moment {
    private final String symbol;
    private final AnomalySettings settings;
    private final Thresholds thresholds = new Thresholds();
    private final int[] raised = new int[AlertKind.values().length];
    private Consumer<Alert> out = alert -> {};
    private long seq;
    private long ts;
    private boolean changed;
    private int refused;
    private String account = "";

    private boolean allowShort;
    private long bandLowPx = Absent.NUMBER;
    private long bandHighPx = Absent.NUMBER;
    private long bandPercent = Absent.NUMBER;
    private long definedSeq;
    private long definedTs;
    private long lastPx = Absent.NUMBER;
    private long lastPxSeq;
    private long lastPxTs;

    Moment(String symbol, AnomalySettings settings) {
        this.symbol = symbol;
        this.settings = settings;
    }

    void begin(Event event, Consumer<Alert> to) {
        seq = event.seq();
        ts = event.header().ts();
        out = to;
        changed = false;
        refused = 0;
        java.util.Arrays.fill(raised, 0);
    }

    /** The rules of an account look now. */
    Moment of(String name) {
        account = name;
        return this;
    }

    /** Whose rules look. */
    String account() {
        return account;
    }

    long seq() {
        return seq;
    }

    long ts() {
        return ts;
    }

    Threshold rule(AlertKind kind) {
        return thresholds.of(kind);
    }

    Thresholds thresholds() {
        return thresholds;
    }

    boolean allowShort() {
        return allowShort;
    }

    long bandLowPx() {
        return bandLowPx;
    }

    long bandHighPx() {
        return bandHighPx;
    }

    long bandPercent() {
        return bandPercent;
    }

    long definedSeq() {
        return definedSeq;
    }

    long definedTs() {
        return definedTs;
    }

    /** The price of the last trade before this event; absent before the first. */
    long lastPx() {
        return lastPx;
    }

    long lastPxSeq() {
        return lastPxSeq;
    }

    long lastPxTs() {
        return lastPxTs;
    }

    void define(DefineInstrument instrument) {
        allowShort = instrument.allowShort() || !instrument.tracksStock();
        bandLowPx = instrument.bandLowPx();
        bandHighPx = instrument.bandHighPx();
        bandPercent = instrument.bandPercent();
        definedSeq = seq;
        definedTs = ts;
    }

    void traded(Trade trade) {
        lastPx = trade.price();
        lastPxSeq = seq;
        lastPxTs = ts;
    }

    /** The finding as it will be told when it is cleared. */
    Finding raise(Wording wording, Finding found) {
        AlertKind kind = wording.kind();
        Finding kept = found.decidedBy(rule(kind).ruleId(), ++raised[kind.ordinal()]);
        say(wording, kept, AlertState.RAISED);
        return kept;
    }

    void clear(Wording wording, Finding found) {
        say(wording, found, AlertState.CLEARED);
    }

    /** Whether a budget admits an alert now; counts those that it refuses. */
    boolean mayRaise(AlertBudget budget) {
        boolean admitted = budget.admits(ts);
        refused += admitted ? 0 : 1;
        return admitted;
    }

    /** Alerts that budgets refused since {@link #begin}. */
    int refused() {
        return refused;
    }

    /** From now on {@link #changed} tells of what comes. */
    void watchForChange() {
        changed = false;
    }

    /** A rule has forgotten or closed something without saying a word. */
    void change() {
        changed = true;
    }

    /** Whether a rule's memory changed since {@link #begin} or {@link #watchForChange}. */
    boolean changed() {
        return changed;
    }

    private void say(Wording wording, Finding found, AlertState state) {
        changed = true;
        AlertKind kind = wording.kind();
        out.accept(new Alert(
                symbol,
                ts,
                Sql.alertId(symbol, kind, found),
                kind,
                settings.severity(found.stake()),
                state,
                settings.recipient(kind),
                found.account(),
                found.observed(),
                found.expected(),
                found.score(),
                wording.evidence(found),
                wording.advice(found),
                wording.repro(found, new Sql(symbol, found)),
                found.ruleId(),
                found.firstSeq(),
                seq));
    }

    void write(StateOut out) throws IOException {
        thresholds.write(out);
        out.flag(allowShort);
        for (long number : new long[] {bandLowPx, bandHighPx, bandPercent}) {
            out.number(Absent.is(number) ? -1 : number);
        }
        out.number(definedSeq);
        out.number(definedTs);
        out.number(Absent.is(lastPx) ? -1 : lastPx);
        out.number(lastPxSeq);
        out.number(lastPxTs);
    }

    void read(StateIn in) throws IOException {
        thresholds.read(in);
        allowShort = in.flag();
        bandLowPx = optional(in.number());
        bandHighPx = optional(in.number());
        bandPercent = optional(in.number());
        definedSeq = in.number();
        definedTs = in.number();
        lastPx = optional(in.number());
        lastPxSeq = in.number();
        lastPxTs = in.number();
    }

    private static long optional(long number) {
        return number < 0 ? Absent.NUMBER : number;
    }
}
