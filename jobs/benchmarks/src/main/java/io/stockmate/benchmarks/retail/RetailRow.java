package io.stockmate.benchmarks.retail;

import io.stockmate.core.message.MoveKind;
import java.util.Locale;

/**
 * A row of a retailer's transactions, without price, customer and description.
 *
 * @param symbol the product's code in capitals, with {@code -} for what a symbol may not hold
 * @param quantity pieces, 1 or more
 * @param kind what the row was
 */
public record RetailRow(String symbol, long timeMillis, long quantity, Kind kind) {
    /** What a row can be. */
    public enum Kind {
        SALE,
        /** An invoice number that begins with C. */
        CANCELLATION,
        /** A negative quantity without C: what was damaged, missing, thrown away. */
        ADJUSTMENT
    }

    static RetailRow of(String invoice, String code, long signedQuantity, long timeMillis) {
        Kind kind = invoice.startsWith("C") ? Kind.CANCELLATION : signedQuantity < 0 ? Kind.ADJUSTMENT : Kind.SALE;
        String symbol = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9._-]", "-");
        return new RetailRow(symbol, timeMillis, Math.abs(signedQuantity), kind);
    }

    /** Cancelled goods come back; everything else leaves. */
    public MoveKind movement() {
        return kind == Kind.CANCELLATION ? MoveKind.RECEIPT : MoveKind.ISSUE;
    }
}
