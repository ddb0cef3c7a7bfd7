package io.stockmate.core.message;

/**
 * Where and when a record arrived. Kinesis's names.
 *
 * @param subSequence place inside a KPL-aggregated record, else 0
 * @param arrivedAt approximate arrival timestamp, epoch milliseconds UTC
 */
public record Cause(String shardId, String sequenceNumber, long subSequence, long arrivedAt) implements Described {
    @Override
    public void write(FieldSink sink) {
        sink.text("shardId", shardId);
        sink.text("sequenceNumber", sequenceNumber);
        sink.integer("subSequence", subSequence);
        sink.time("arrivedAt", arrivedAt);
    }

    public static Cause read(FieldSource source) {
        return new Cause(
                source.text("shardId"),
                source.text("sequenceNumber"),
                source.integer("subSequence"),
                source.time("arrivedAt"));
    }
}
