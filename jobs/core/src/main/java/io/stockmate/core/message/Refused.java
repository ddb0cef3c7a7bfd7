package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * A command of which type, symbol, account and id could be read, and something else could not. The market answers it.
 *
 * @param refType what it was to be
 * @param id the producer's id; null for a type that has none
 * @param field the first field that could not be read
 * @param contentHash hash of the known fields as they were sent, so that an equal repeat is known
 */
public record Refused(CommandType refType, @Nullable String id, String field, long contentHash) implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.code("refType", refType);
        sink.text("id", id);
        sink.text("field", field);
        sink.hash("contentHash", contentHash);
    }

    public static Refused read(FieldSource source) {
        return new Refused(
                source.code("refType", CommandType.class),
                source.optionalId("id"),
                source.text("field"),
                source.hash("contentHash"));
    }

    @Override
    public CommandType type() {
        return refType;
    }
}
