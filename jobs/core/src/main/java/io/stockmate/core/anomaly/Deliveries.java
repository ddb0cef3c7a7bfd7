package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Trade;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account has bought and not received, by order; what came in full is remembered for a day, so that more of it
 * is known to be too much. At most {@value #KEPT} orders: one that came in full makes room, else the one due last,
 * since those due before are what may be late.
 */
final class Deliveries {
    static final int KEPT = 16;
    private static final long REMEMBERED_MS = 86_400_000;

    /** Goods of one order. */
    static final class Delivery {
        long firstSeq;
        long firstTs;
        long bought;
        long received;
        long dueAt;
        long completeTs;

        boolean isOutstanding() {
            return received < bought;
        }
    }

    private final TreeMap<String, Delivery> byOrder = new TreeMap<>();
    private long madeRoomSeq;

    boolean isEmpty() {
        return byOrder.isEmpty() && madeRoomSeq == 0;
    }

    /** Whether some of an order's goods may have been forgotten, of whatever was bought up to {@code seq}. */
    boolean mayHaveForgotten(long seq) {
        return seq <= madeRoomSeq;
    }

    @Nullable
    Delivery of(String order) {
        return byOrder.get(order);
    }

    List<String> orders() {
        return new ArrayList<>(byOrder.keySet());
    }

    /** A trade in which the account buys what comes later. */
    void bought(Moment now, Trade trade) {
        Delivery delivery = byOrder.get(trade.buyOrderId());
        if (delivery == null) {
            makeRoom(now);
            delivery = new Delivery();
            delivery.firstSeq = now.seq();
            delivery.firstTs = now.ts();
            byOrder.put(trade.buyOrderId(), delivery);
        }
        delivery.bought += trade.qty();
        delivery.dueAt = Math.max(delivery.dueAt, trade.dueAt());
    }

    /**
     * Trades of a BUY were corrected: no more is expected of it than what still counts. Where some of its goods came
     * with the trade, that may be more than what was to come later.
     */
    void corrected(Moment now, String order, long cumQty) {
        Delivery delivery = byOrder.get(order);
        if (delivery != null && delivery.bought > cumQty) {
            delivery.bought = cumQty;
            delivery.completeTs = delivery.isOutstanding() ? 0 : now.ts();
        }
    }

    private void makeRoom(Moment now) {
        if (byOrder.size() < KEPT) {
            return;
        }
        String last = byOrder.firstKey();
        for (String order : orders()) {
            if (urgency(order) > urgency(last)) {
                last = order;
            }
        }
        byOrder.remove(last);
        madeRoomSeq = now.seq();
    }

    /** The time by which it must be here; what came already has none. */
    private long urgency(String order) {
        Delivery delivery = byOrder.get(order);
        return delivery == null || !delivery.isOutstanding() ? Long.MAX_VALUE : delivery.dueAt;
    }

    /** A receipt; null unless it is for an order that is known. */
    @Nullable
    Delivery received(Moment now, StockLevel level) {
        Delivery delivery = level.ref() == null || level.reason() != StockReason.RECEIPT ? null : of(level.ref());
        if (delivery != null) {
            delivery.received += level.delta();
            delivery.completeTs = delivery.isOutstanding() ? 0 : now.ts();
        }
        return delivery;
    }

    /** @return whether there was anything to forget */
    boolean forget(long ts) {
        return byOrder.values()
                .removeIf(delivery -> !delivery.isOutstanding() && ts >= delivery.completeTs + REMEMBERED_MS);
    }

    static boolean comesLater(Trade trade) {
        return !Absent.is(trade.dueAt());
    }

    /** What was bought for later with a BUY, less what corrections have taken back; NULL where nothing was. */
    static String bought(Sql sql, String quotedOrder) {
        String trades = sql.between("trade") + " AND dueAt IS NOT NULL AND buyOrderId = " + quotedOrder;
        return "((SELECT SUM(qty)" + trades + ") - COALESCE((SELECT SUM(oldQty - newQty)"
                + sql.between("trade_corrected") + " AND tradeId IN (SELECT tradeId" + trades + ")), 0))";
    }

    void write(StateOut out) throws IOException {
        out.number(madeRoomSeq);
        out.number(byOrder.size());
        for (String order : byOrder.keySet()) {
            Delivery delivery = byOrder.get(order);
            if (delivery != null) {
                out.text(order);
                out.number(delivery.firstSeq);
                out.number(delivery.firstTs);
                out.number(delivery.bought);
                out.number(delivery.received);
                out.number(delivery.dueAt - delivery.firstTs);
                out.number(delivery.completeTs);
            }
        }
    }

    void read(StateIn in) throws IOException {
        madeRoomSeq = in.number();
        for (int left = in.count(); left > 0; left--) {
            String order = in.text();
            Delivery delivery = new Delivery();
            delivery.firstSeq = in.number();
            delivery.firstTs = in.number();
            delivery.bought = in.number();
            delivery.received = in.number();
            delivery.dueAt = delivery.firstTs + in.number();
            delivery.completeTs = in.number();
            byOrder.put(order, delivery);
        }
    }
}
