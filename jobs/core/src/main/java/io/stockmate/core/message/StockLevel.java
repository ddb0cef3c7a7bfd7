package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * The stock of an account after a change.
 *
 * @param available onHand less allocated; negative where short selling or a count made it so
 * @param delta change of allocated (ALLOCATE, RELEASE), of onOrder (a buyer's TRADE with lead time), else of onHand.
 *     What a CORRECTION takes back from a buyer is first what has not arrived yet: then onOrder falls, and delta tells
 *     the rest
 * @param effectiveAt when the goods really moved, where the MoveStock that this answers says so
 */
public record StockLevel(
        String account,
        long onHand,
        long allocated,
        long available,
        long onOrder,
        StockReason reason,
        long delta,
        @Nullable String ref,
        long effectiveAt)
        implements EventBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("account", account);
        sink.integer("onHand", onHand);
        sink.integer("allocated", allocated);
        sink.integer("available", available);
        sink.integer("onOrder", onOrder);
        sink.code("reason", reason);
        sink.integer("delta", delta);
        sink.text("ref", ref);
        sink.time("effectiveAt", effectiveAt);
    }

    public static StockLevel read(FieldSource source) {
        return new StockLevel(
                source.text("account"),
                source.integer("onHand"),
                source.integer("allocated"),
                source.integer("available"),
                source.integer("onOrder"),
                source.code("reason", StockReason.class),
                source.integer("delta"),
                source.optionalReference("ref"),
                source.optionalTime("effectiveAt"));
    }

    @Override
    public EventType type() {
        return EventType.STOCK_LEVEL;
    }
}
