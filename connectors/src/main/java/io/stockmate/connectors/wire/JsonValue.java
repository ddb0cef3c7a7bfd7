package io.stockmate.connectors.wire;

/**
 * A member's value as it was written.
 *
 * @param text of a string, its characters after unescaping; of anything else, its characters in the document
 */
record JsonValue(Kind kind, String text) {
    enum Kind {
        STRING,
        INTEGER,
        /** With point or exponent, or one of NaN, Infinity and -Infinity. */
        FRACTION,
        TRUE,
        FALSE,
        NULL,
        /** An object or an array. */
        NESTED
    }

    /** The value as an error message shows it. */
    String shown() {
        String shown = Printable.of(text, 40);
        return kind == Kind.STRING ? '"' + shown + '"' : shown;
    }
}
