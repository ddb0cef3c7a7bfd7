package io.stockmate.producers.planted;

import io.stockmate.core.message.AlertKind;

/**
 * An anomaly that was planted.
 *
 * @param from book time before its first command, epoch milliseconds UTC
 * @param to book time by which it must have been raised
 */
public record Plant(AlertKind kind, String symbol, long from, long to) {
    /** Whether an alert of this symbol and time is of this plant, if it is of its kind. */
    public boolean covers(String alertSymbol, long ts) {
        return symbol.equals(alertSymbol) && from <= ts && ts <= to;
    }
}
