package io.stockmate.producers;

import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Trade;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account has bought and awaits. A demo does not last days, so a lead time of days takes seconds here: a
 * supplier may deliver before the goods are due.
 */
final class Deliveries {
    private static final long DAY_MS = 24L * 60 * 60 * 1000;
    private static final long SHORTENED_DAY_MS = 700;

    private final List<Delivery> awaited = new ArrayList<>();

    /** Goods of one trade that are on their way. */
    static final class Delivery {
        private final String orderId;
        private long qty;
        private long dueAt;

        private Delivery(String orderId, long qty, long dueAt) {
            this.orderId = orderId;
            this.qty = qty;
            this.dueAt = dueAt;
        }

        /** The BUY that it fulfils. */
        String orderId() {
            return orderId;
        }

        /** Units that have not arrived. */
        long qty() {
            return qty;
        }

        /** Comes again when {@code time} is reached, unless all of it has arrived by then. */
        void postpone(long time) {
            dueAt = time;
        }
    }

    /** Takes notice of a trade by which the account bought for later. */
    void expect(Trade trade, long ts) {
        long days = (trade.dueAt() - ts) / DAY_MS;
        awaited.add(new Delivery(trade.buyOrderId(), trade.qty(), ts + (days + 1) * SHORTENED_DAY_MS));
    }

    /** A delivery that is due, or null. */
    @Nullable
    Delivery due(long time) {
        for (Delivery delivery : awaited) {
            if (delivery.dueAt <= time) {
                return delivery;
            }
        }
        return null;
    }

    /**
     * Strikes out what has arrived. After a restart it is not known which receipt was for which trade; what is on order
     * then counts as bought last.
     */
    void observe(StockLevel level, long onOrderBefore) {
        if (awaited.isEmpty()) {
            return;
        }
        if (level.reason() == StockReason.RECEIPT && level.ref() != null) {
            strikeOut(level.ref(), onOrderBefore - level.onOrder());
        }
        long surplus = -level.onOrder();
        for (Delivery delivery : awaited) {
            surplus += delivery.qty;
        }
        strikeOut(null, surplus);
    }

    private void strikeOut(@Nullable String orderId, long arrived) {
        long left = arrived;
        for (Delivery delivery : awaited) {
            if (left > 0 && (orderId == null || orderId.equals(delivery.orderId))) {
                long struck = Math.min(left, delivery.qty);
                delivery.qty -= struck;
                left -= struck;
            }
        }
        awaited.removeIf(delivery -> delivery.qty == 0);
    }
}
