package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * A stock movement that the producer reports.
 *
 * @param qty at least 1; 0 is allowed for COUNT
 * @param ref orderId of the BUY that a RECEIPT delivers
 */
public record MoveStock(
        String moveId, MoveKind kind, long qty, @Nullable String ref, @Nullable String reason, long effectiveAt)
        implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("moveId", moveId);
        sink.code("kind", kind);
        sink.integer("qty", qty);
        sink.text("ref", ref);
        sink.text("reason", reason);
        sink.time("effectiveAt", effectiveAt);
    }

    public static MoveStock read(FieldSource source) {
        return new MoveStock(
                source.id("moveId"),
                source.code("kind", MoveKind.class),
                source.integer("qty"),
                source.optionalReference("ref"),
                source.optionalText("reason"),
                source.optionalTime("effectiveAt"));
    }

    @Override
    public String id() {
        return moveId;
    }

    @Override
    public CommandType type() {
        return CommandType.MOVE_STOCK;
    }
}
