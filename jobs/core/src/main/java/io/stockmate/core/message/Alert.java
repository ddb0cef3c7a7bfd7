package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Something in the events of a symbol that a person should look at. It is raised once; when it is over it is told once
 * more with the same numbers, as CLEARED. {@code alertId} and {@code state} tell all alerts apart.
 *
 * @param ts book time of the event with {@code lastSeq}, epoch milliseconds UTC
 * @param alertId {@code SYMBOL-KIND-seq}, with the seq of the event that raised it, and {@code -n} for the n-th of this
 *     kind that one event raised, from the second on
 * @param recipient the desk that is to act
 * @param account whose doing or whose stock it is, where it is one account's
 * @param observed what was seen, in units of 10⁻⁴: a price, a count, a quantity, as the kind defines it
 * @param expected what a rule allows, or what a detector would have expected, in the same unit
 * @param score how far beyond: percent, a multiple, or for a detector −log10 of the probability; units of 10⁻⁴
 * @param evidence a JSON object
 * @param advice one sentence for the recipient
 * @param repro SQL over the event tables of the lake: one row with {@code observed}, and {@code expected} for a rule
 * @param ruleId of the {@link SetAlertRule} that decided; absent where none was set
 * @param firstSeq the first event of the evidence
 * @param lastSeq the event at which it was raised or cleared
 */
public record Alert(
        String symbol,
        long ts,
        String alertId,
        AlertKind kind,
        Severity severity,
        AlertState state,
        String recipient,
        @Nullable String account,
        long observed,
        long expected,
        long score,
        String evidence,
        String advice,
        String repro,
        @Nullable String ruleId,
        long firstSeq,
        long lastSeq)
        implements Notice {
    /** The value of {@code type} in JSON. */
    public static final String WIRE_NAME = "Alert";

    @Override
    public String wireName() {
        return WIRE_NAME;
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.time("ts", ts);
        sink.text("alertId", alertId);
        sink.code("kind", kind);
        sink.code("severity", severity);
        sink.code("state", state);
        sink.text("recipient", recipient);
        sink.text("account", account);
        sink.decimal("observed", observed);
        sink.decimal("expected", expected);
        sink.decimal("score", score);
        sink.text("evidence", evidence);
        sink.text("advice", advice);
        sink.text("repro", repro);
        sink.text("ruleId", ruleId);
        sink.integer("firstSeq", firstSeq);
        sink.integer("lastSeq", lastSeq);
    }

    public static Alert read(FieldSource source) {
        return new Alert(
                source.reference("symbol"),
                source.time("ts"),
                source.reference("alertId"),
                source.code("kind", AlertKind.class),
                source.code("severity", Severity.class),
                source.code("state", AlertState.class),
                source.id("recipient"),
                source.optionalText("account"),
                source.decimal("observed"),
                source.decimal("expected"),
                source.decimal("score"),
                source.document("evidence"),
                source.text("advice"),
                source.document("repro"),
                source.optionalId("ruleId"),
                source.integer("firstSeq"),
                source.integer("lastSeq"));
    }
}
