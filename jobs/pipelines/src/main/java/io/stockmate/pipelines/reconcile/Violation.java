package io.stockmate.pipelines.reconcile;

import java.util.Locale;

/**
 * A place at which an invariant does not hold.
 *
 * @param place {@code seq N}, {@code commandSeq N}, {@code execId …} or {@code record SHARD/SEQUENCE/SUB}
 * @param detail what is there, for people
 */
public record Violation(Invariant invariant, String symbol, String place, String detail) {
    /** One line: number, name, symbol, place, detail. */
    public String text() {
        return String.format(Locale.ROOT, "%d %s %s %s: %s", invariant.number(), invariant, symbol, place, detail);
    }
}
