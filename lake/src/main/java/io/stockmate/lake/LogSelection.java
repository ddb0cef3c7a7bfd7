package io.stockmate.lake;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the log.
 *
 * @param symbol null for all
 * @param untilMs the last book time, epoch milliseconds UTC; {@link Long#MAX_VALUE} for no end
 */
public record LogSelection(@Nullable String symbol, long untilMs) {
    public static final LogSelection ALL = new LogSelection(null, Long.MAX_VALUE);

    /** An SQL condition on the column {@code symbol}. */
    String ofSymbol() {
        return symbol == null ? "true" : "symbol = " + text(symbol);
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
