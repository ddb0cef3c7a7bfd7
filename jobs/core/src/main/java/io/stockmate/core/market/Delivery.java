package io.stockmate.core.market;

import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;

/** What is on its way for one BUY. Remembered for a day after all of it came, so that what comes too much is known. */
final class Delivery implements Described {
    static final long REMEMBERED_MS = 24L * 60 * 60 * 1000;

    /** Entry of the BUY. */
    final long order;

    long outstanding;
    long changedAt;

    Delivery(long order, long outstanding, long changedAt) {
        this.order = order;
        this.outstanding = outstanding;
        this.changedAt = changedAt;
    }

    boolean isForgotten(long ts) {
        return outstanding == 0 && ts >= changedAt + REMEMBERED_MS;
    }

    @Override
    public void write(FieldSink sink) {
        sink.integer("order", order);
        sink.integer("outstanding", outstanding);
        sink.time("changedAt", changedAt);
    }

    static Delivery read(FieldSource source) {
        return new Delivery(source.integer("order"), source.integer("outstanding"), source.time("changedAt"));
    }
}
