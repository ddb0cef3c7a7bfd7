package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Receives the fields of a message in schema order. Every field is announced, an absent one too (null, or {@link
 * Absent#NUMBER}), so that a sink can count positions.
 */
public interface FieldSink {
    void text(String name, @Nullable String value);

    /** The text {@code SYMBOL-number}; a sink may write it without making it. */
    default void derivedId(String name, String symbol, long number) {
        text(name, symbol + "-" + number);
    }

    /** A whole number: a quantity, a count, a sequence. */
    void integer(String name, long value);

    /** A price, an amount or a ratio, in units of 10⁻⁴. */
    void decimal(String name, long value);

    /** Epoch milliseconds UTC. */
    void time(String name, long value);

    /** Absent and false are the same. */
    void flag(String name, boolean value);

    void code(String name, @Nullable Enum<?> value);

    /** A 64-bit hash; 16 hex digits where people read it. */
    void hash(String name, long value);

    void bytes(String name, byte @Nullable [] value);
}
