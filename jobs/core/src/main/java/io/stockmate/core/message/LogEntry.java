package io.stockmate.core.message;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decoded record as the lake keeps it: the log from which a market is rebuilt.
 *
 * @param commandSeq 0 outside a chain
 * @param data the record's bytes as they arrived
 */
public record LogEntry(long commandSeq, Cause cause, String partitionKey, String symbol, byte[] data)
        implements Described {
    @Override
    public void write(FieldSink sink) {
        sink.integer("commandSeq", commandSeq);
        cause.write(sink);
        sink.text("partitionKey", partitionKey);
        sink.text("symbol", symbol);
        sink.bytes("data", data);
    }

    public static LogEntry read(FieldSource source) {
        return new LogEntry(
                source.integer("commandSeq"),
                Cause.read(source),
                source.text("partitionKey"),
                source.text("symbol"),
                source.bytes("data"));
    }

    /** The bytes count by their content. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LogEntry that
                && that.commandSeq == commandSeq
                && that.cause.equals(cause)
                && that.partitionKey.equals(partitionKey)
                && that.symbol.equals(symbol)
                && Arrays.equals(that.data, data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(commandSeq, cause, partitionKey, symbol, Arrays.hashCode(data));
    }
}
