package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.OrdStatus;
import org.jspecify.annotations.Nullable;

/** Something the id memory keeps: an id that was used, or how an order ended. */
sealed interface KnownId extends Described {

    /**
     * @param order entry of the order that the id names; 0 for the id of a cancel, a movement or a payment
     * @param contentHash of the command that brought it
     */
    record Used(IdKey key, long contentHash, long order) implements KnownId {
        @Override
        public void write(FieldSink sink) {
            sink.integer("order", order);
            sink.code("ordStatus", null);
            sink.integer("cumQty", Absent.NUMBER);
            sink.decimal("notional", Absent.NUMBER);
            sink.hash("high", key.high());
            sink.hash("low", key.low());
            sink.hash("contentHash", contentHash);
        }
    }

    /**
     * @param order entry of the order, or commandSeq of the command that was rejected
     * @param notional sum of price × quantity of its trades, in units of 10⁻⁴
     */
    record Ended(long order, OrdStatus ordStatus, long cumQty, long notional) implements KnownId {
        @Override
        public void write(FieldSink sink) {
            sink.integer("order", order);
            sink.code("ordStatus", ordStatus);
            sink.integer("cumQty", cumQty);
            sink.decimal("notional", notional);
        }
    }

    static KnownId read(FieldSource source) {
        long order = source.integer("order");
        @Nullable OrdStatus ordStatus = source.optionalCode("ordStatus", OrdStatus.class);
        long cumQty = source.optionalInteger("cumQty");
        long notional = source.optionalDecimal("notional");
        if (ordStatus != null) {
            return new Ended(order, ordStatus, cumQty, notional);
        }
        IdKey key = new IdKey(source.hash("high"), source.hash("low"));
        return new Used(key, source.hash("contentHash"), order);
    }
}
