package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * What an account should do about its purchases of a symbol. A later suggestion of the same account and action takes
 * the place of an earlier one.
 *
 * @param ts book time of the tick that closed the day, epoch milliseconds UTC
 * @param seq of that tick's event
 * @param suggestionId {@code SYMBOL-S-seq}, and {@code -n} for the n-th that one tick made, from the second on
 * @param orderId the BUY it is about; absent for RELEASE
 * @param qty how much to order, to move or to cancel
 * @param limitPx what the account paid last, in units of 10⁻⁴; absent where it has not bought yet
 * @param needBy the day on which the goods are needed, its start in epoch milliseconds UTC
 * @param why one sentence with the figures that decided
 */
public record ReplenishmentSuggestion(
        String symbol,
        long ts,
        long seq,
        String suggestionId,
        String account,
        SuggestedAction action,
        @Nullable String orderId,
        long qty,
        long limitPx,
        long needBy,
        String why)
        implements Notice {
    /** The value of {@code type} in JSON. */
    public static final String WIRE_NAME = "ReplenishmentSuggestion";

    @Override
    public String wireName() {
        return WIRE_NAME;
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.time("ts", ts);
        sink.integer("seq", seq);
        sink.text("suggestionId", suggestionId);
        sink.text("account", account);
        sink.code("action", action);
        sink.text("orderId", orderId);
        sink.integer("qty", qty);
        sink.decimal("limitPx", limitPx);
        sink.time("needBy", needBy);
        sink.text("why", why);
    }

    public static ReplenishmentSuggestion read(FieldSource source) {
        return new ReplenishmentSuggestion(
                source.reference("symbol"),
                source.time("ts"),
                source.integer("seq"),
                source.reference("suggestionId"),
                source.text("account"),
                source.code("action", SuggestedAction.class),
                source.optionalReference("orderId"),
                source.integer("qty"),
                source.optionalDecimal("limitPx"),
                source.time("needBy"),
                source.text("why"));
    }
}
