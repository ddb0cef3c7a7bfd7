package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * FIX OrderMassCancelRequest (q): cancels all orders of the account in the symbol, the earliest accepted first. Its
 * clOrdId must not have been used before by an order, a replacement or a cancel.
 *
 * @param side absent means both
 */
public record MassCancel(String clOrdId, @Nullable Side side) implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("clOrdId", clOrdId);
        sink.code("side", side);
    }

    public static MassCancel read(FieldSource source) {
        return new MassCancel(source.id("clOrdId"), source.optionalCode("side", Side.class));
    }

    @Override
    public String id() {
        return clOrdId;
    }

    @Override
    public CommandType type() {
        return CommandType.MASS_CANCEL;
    }
}
