package io.stockmate.connectors.kinesis.source;

/**
 * How far a shard has been read.
 *
 * @param sequenceNumber of the last record read with AFTER and INSIDE, else empty
 * @param number epoch milliseconds with AT_TIMESTAMP; with INSIDE the place of the last record read inside the
 *     KPL-aggregated one; else 0
 */
public record Position(Kind kind, String sequenceNumber, long number) {
    static final Position TRIM_HORIZON = new Position(Kind.TRIM_HORIZON, "", 0);

    enum Kind {
        TRIM_HORIZON,
        AT_TIMESTAMP,
        AFTER,
        INSIDE
    }

    static Position atTimestamp(long millis) {
        return new Position(Kind.AT_TIMESTAMP, "", millis);
    }

    static Position after(String sequenceNumber) {
        return new Position(Kind.AFTER, sequenceNumber, 0);
    }

    static Position inside(String sequenceNumber, long subSequence) {
        return new Position(Kind.INSIDE, sequenceNumber, subSequence);
    }
}
