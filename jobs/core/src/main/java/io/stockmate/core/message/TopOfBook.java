package io.stockmate.core.message;

/**
 * The best price and the quantity at it, per side; absent where a side is empty.
 */
public record TopOfBook(long bidPx, long bidQty, long askPx, long askQty) implements EventBody {
    @Override
    public void write(FieldSink sink) {
        sink.decimal("bidPx", bidPx);
        sink.integer("bidQty", bidQty);
        sink.decimal("askPx", askPx);
        sink.integer("askQty", askQty);
    }

    public static TopOfBook read(FieldSource source) {
        return new TopOfBook(
                source.optionalDecimal("bidPx"),
                source.optionalInteger("bidQty"),
                source.optionalDecimal("askPx"),
                source.optionalInteger("askQty"));
    }

    @Override
    public EventType type() {
        return EventType.TOP_OF_BOOK;
    }
}
