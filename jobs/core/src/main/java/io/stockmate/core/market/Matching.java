package io.stockmate.core.market;

import io.stockmate.core.book.Book;
import io.stockmate.core.book.BookListener;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import org.jspecify.annotations.Nullable;

/** Sends an order into the book and tells what it meets there. */
final class Matching implements BookListener {
    private static final long DAY_MS = 24L * 60 * 60 * 1000;

    private final MarketState state;
    private final Lifecycle lifecycle;
    private @Nullable Order incoming;

    Matching(MarketState state, Lifecycle lifecycle) {
        this.state = state;
        this.lifecycle = lifecycle;
    }

    /** Whether the order would trade at once at its price. */
    boolean crosses(Side side, long price) {
        long best = state.book.bestPrice(side.opposite());
        return best != 0 && (side == Side.BUY ? best <= price : best >= price);
    }

    /** How much of the order could trade at once. */
    long fillable(Order order) {
        return state.book.fillable(
                state.accountNumber(order.account), order.side, limit(order), order.leavesQty, order.prevention);
    }

    /**
     * Matches what is left of an order that is not in the book, then rests it or ends it. An iceberg matches whole, and
     * shows a new slice after that if it has traded.
     */
    void enter(Order order) {
        long cumQty = order.cumQty;
        incoming = order;
        long left = state.book.enter(
                order.entry,
                state.accountNumber(order.account),
                order.side,
                limit(order),
                order.leavesQty,
                order.prevention,
                order.rests() && !order.isIceberg(),
                this);
        incoming = null;
        requireSame(left, order);
        if (left > 0 && !order.rests()) {
            lifecycle.noMatch(order);
        } else if (left > 0 && order.isIceberg()) {
            if (order.cumQty > cumQty) {
                order.display(order.displayQty);
            }
            rest(order);
        } else if (left > 0) {
            works(order);
        }
    }

    /** Matches what is left of a resting order, known to have changed, and rests it behind all others of its price. */
    void reenter(Order order) {
        incoming = order;
        long left = state.book.reenter(order.entry, order.price, order.leavesQty, order.prevention, this);
        incoming = null;
        requireSame(left, order);
    }

    /** Rests an order that is not in the book behind all others of its price, whatever it crosses. */
    void rest(Order order) {
        state.rest(order);
        works(order);
    }

    private void works(Order order) {
        if (state.orders.find(order.entry) == null) {
            state.orders.add(order);
        } else {
            state.orders.changed(order);
        }
    }

    private static void requireSame(long left, Order order) {
        if (left != order.leavesQty) {
            throw new IllegalStateException("the book has " + left + " left of order " + order.entry + ", which has "
                    + order.leavesQty + " left");
        }
    }

    /** An order at any price trades within the bands. */
    private long limit(Order order) {
        if (!Absent.is(order.price)) {
            return order.price;
        }
        return order.side == Side.BUY
                ? Math.min(Book.ANY_BUY, PriceBands.high(state.instrument, state.lastPx))
                : Math.max(Book.ANY_SELL, PriceBands.low(state.instrument, state.lastPx));
    }

    @Override
    public void traded(long resting, long taking, long price, long quantity, long restingLeft, long incomingLeft) {
        Order maker = state.orders.working(resting);
        Order taker = taker();
        state.lastPx = price;
        maker.fill(price, quantity);
        taker.fill(price, quantity);
        if (maker.showsNextSlice(quantity)) {
            maker.place = state.nextPlace();
        }
        Order buy = taker.side == Side.BUY ? taker : maker;
        Order sell = taker.side == Side.BUY ? maker : taker;
        long days = state.instrument.tracksStock() ? sell.leadTimeDays : 0;
        long number = state.nextTrade();
        String tradeId = OrderIds.tradeId(state.publisher.symbol(), number);
        state.publisher.publish(new Trade(
                tradeId,
                price,
                quantity,
                state.publisher.orderId(buy.entry),
                state.publisher.orderId(sell.entry),
                buy.account,
                sell.account,
                taker.side,
                state.instrument.currency(),
                days == 0 ? Absent.NUMBER : state.publisher.ts() + days * DAY_MS));
        state.keptTrades.add(new KeptTrade(
                number,
                state.publisher.seq(),
                state.publisher.ts(),
                price,
                quantity,
                resting,
                taking,
                taker.side,
                goodsMoved(days),
                null));
        state.reports.traded(maker, price, quantity);
        state.reports.traded(taker, price, quantity);
        moveGoods(buy, sell, quantity, days, tradeId);
        settle(maker);
        settle(taker);
    }

    private GoodsMoved goodsMoved(long days) {
        if (!state.instrument.tracksStock()) {
            return GoodsMoved.NONE;
        }
        return days == 0 ? GoodsMoved.ON_HAND : GoodsMoved.ON_ORDER;
    }

    private void moveGoods(Order buy, Order sell, long quantity, long days, String tradeId) {
        if (!state.instrument.tracksStock()) {
            return;
        }
        state.stock.sold(sell.account, quantity, tradeId);
        if (days == 0) {
            state.stock.boughtOnHand(buy.account, quantity, tradeId);
        } else {
            state.stock.boughtOnOrder(buy.account, buy.entry, quantity, tradeId);
        }
    }

    private void settle(Order order) {
        if (order.leavesQty == 0) {
            lifecycle.filled(order);
        } else if (order != incoming) {
            state.orders.changed(order);
        }
    }

    @Override
    public void restingRemoved(long resting, long taking, long quantity) {
        lifecycle.selfTrade(state.orders.working(resting));
    }

    @Override
    public void restingReduced(long resting, long taking, long by, long left) {
        Order maker = state.orders.working(resting);
        lifecycle.restated(maker, by);
        state.orders.changed(maker);
    }

    @Override
    public void incomingRemoved(long resting, long taking, long quantity) {
        lifecycle.selfTrade(taker());
    }

    @Override
    public void incomingReduced(long resting, long taking, long by, long left) {
        lifecycle.restated(taker(), by);
    }

    private Order taker() {
        if (incoming == null) {
            throw new IllegalStateException("a book speaks only while an order is entering");
        }
        return incoming;
    }
}
