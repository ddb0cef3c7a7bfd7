package io.stockmate.core.market;

import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.OrdStatus;

/** An order that has traded and ended, kept for a correction of its trades. */
record EndedOrder(Order order, OrdStatus ordStatus) implements Described {
    long entry() {
        return order.entry;
    }

    @Override
    public void write(FieldSink sink) {
        sink.code("ordStatus", ordStatus);
        order.write(sink);
    }

    static EndedOrder read(FieldSource source) {
        OrdStatus ordStatus = source.code("ordStatus", OrdStatus.class);
        return new EndedOrder(Order.read(source), ordStatus);
    }
}
