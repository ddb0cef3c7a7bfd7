package io.stockmate.core.message;

/** One field of a message as its description names it. */
public record Field(String name, Kind kind, boolean optional) {
    /** What a field holds, as the methods of {@link FieldSink} tell it. */
    public enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        TIME,
        FLAG,
        CODE,
        HASH,
        BYTES
    }
}
