package io.stockmate.core.reference;

import io.stockmate.core.book.Book;
import io.stockmate.core.book.BookListener;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The book as its contract reads: one list in order of time, searched from the start for everything. Slow. */
public final class NaiveBook implements Book {
    private final List<NaiveOrder> orders;

    public NaiveBook() {
        this(List.of());
    }

    private NaiveBook(List<NaiveOrder> orders) {
        this.orders = new ArrayList<>(orders);
    }

    @Override
    public long enter(
            long order,
            int account,
            Side side,
            long limit,
            long quantity,
            SelfTradePrevention prevention,
            boolean rests,
            BookListener listener) {
        requireNew(order, quantity);
        if (rests) {
            requirePrice(limit);
        }
        long left = match(order, account, side, limit, quantity, prevention, listener);
        if (left > 0 && rests) {
            orders.add(NaiveOrder.plain(order, account, side, limit, left));
        }
        return left;
    }

    private long match(
            long incoming,
            int account,
            Side side,
            long limit,
            long quantity,
            SelfTradePrevention prevention,
            BookListener listener) {
        long left = quantity;
        while (left > 0) {
            NaiveOrder resting = best(side.opposite());
            if (resting == null || !resting.trades(limit)) {
                return left;
            }
            long both = Math.min(left, resting.whole());
            if (resting.account() != account || prevention == SelfTradePrevention.NONE) {
                long traded = Math.min(left, resting.quantity());
                left -= traded;
                trade(resting, traded);
                listener.traded(resting.number(), incoming, resting.price(), traded, resting.whole() - traded, left);
            } else if (prevention == SelfTradePrevention.CANCEL_NEW) {
                listener.incomingRemoved(resting.number(), incoming, left);
                return 0;
            } else if (prevention == SelfTradePrevention.CANCEL_RESTING) {
                lower(resting, resting.whole());
                listener.restingRemoved(resting.number(), incoming, resting.whole());
            } else if (prevention == SelfTradePrevention.CANCEL_BOTH) {
                lower(resting, resting.whole());
                listener.restingRemoved(resting.number(), incoming, resting.whole());
                listener.incomingRemoved(resting.number(), incoming, left);
                return 0;
            } else {
                lower(resting, both);
                if (both == resting.whole()) {
                    listener.restingRemoved(resting.number(), incoming, both);
                } else {
                    listener.restingReduced(resting.number(), incoming, both, resting.whole() - both);
                }
                left -= both;
                if (left == 0) {
                    listener.incomingRemoved(resting.number(), incoming, both);
                } else {
                    listener.incomingReduced(resting.number(), incoming, both, left);
                }
            }
        }
        return 0;
    }

    private @Nullable NaiveOrder best(Side side) {
        List<NaiveOrder> sorted = sorted(side);
        return sorted.isEmpty() ? null : sorted.get(0);
    }

    /** In order of priority: by price, and as the sort is stable, by time. */
    private List<NaiveOrder> sorted(Side side) {
        Comparator<NaiveOrder> byPrice = Comparator.comparingLong(NaiveOrder::price);
        return orders.stream()
                .filter(order -> order.side() == side)
                .sorted(side == Side.BUY ? byPrice.reversed() : byPrice)
                .toList();
    }

    /** An iceberg whose slice has traded shows the next one at the end of the list. */
    private void trade(NaiveOrder order, long traded) {
        if (traded == order.quantity() && order.hidden() > 0) {
            orders.remove(order);
            orders.add(order.refilled());
        } else if (traded == order.quantity()) {
            orders.remove(order);
        } else {
            orders.set(orders.indexOf(order), order.traded(traded));
        }
    }

    /** With nothing left the order is gone. */
    private void lower(NaiveOrder order, long by) {
        if (by == order.whole()) {
            orders.remove(order);
        } else {
            orders.set(orders.indexOf(order), order.less(by));
        }
    }

    @Override
    public long reenter(long order, long price, long quantity, SelfTradePrevention prevention, BookListener listener) {
        NaiveOrder before = resting(order);
        if (quantity < 1) {
            throw new IllegalArgumentException(before + " cannot enter anew with " + quantity);
        }
        requirePrice(price);
        orders.remove(before);
        return enter(order, before.account(), before.side(), price, quantity, prevention, true, listener);
    }

    @Override
    public void rest(long order, int account, Side side, long price, long quantity) {
        requireNew(order, quantity);
        requirePrice(price);
        orders.add(NaiveOrder.plain(order, account, side, price, quantity));
    }

    @Override
    public void rest(long order, int account, Side side, long price, long quantity, long hidden, long slice) {
        requireNew(order, quantity);
        requirePrice(price);
        if (hidden < 0 || slice < 1) {
            throw new IllegalArgumentException("order " + order + " hides " + hidden + ", by slices of " + slice);
        }
        orders.add(new NaiveOrder(order, account, side, price, quantity, hidden, slice));
    }

    @Override
    public void remove(long order) {
        orders.remove(resting(order));
    }

    @Override
    public void reduce(long order, long quantity) {
        NaiveOrder resting = resting(order);
        if (quantity < 1 || quantity >= resting.whole()) {
            throw new IllegalArgumentException(resting + " cannot be reduced to " + quantity);
        }
        lower(resting, resting.whole() - quantity);
    }

    @Override
    public long quantity(long order) {
        return orders.stream()
                .filter(resting -> resting.number() == order)
                .mapToLong(NaiveOrder::whole)
                .sum();
    }

    @Override
    public long price(long order) {
        return orders.stream()
                .filter(resting -> resting.number() == order)
                .mapToLong(NaiveOrder::price)
                .sum();
    }

    @Override
    public boolean isBuy(long order) {
        return orders.stream().anyMatch(resting -> resting.number() == order && resting.side() == Side.BUY);
    }

    @Override
    public long fillable(int account, Side side, long limit, long quantity, SelfTradePrevention prevention) {
        TradedQuantity traded = new TradedQuantity();
        new NaiveBook(orders).match(0, account, side, limit, quantity, prevention, traded);
        return traded.sum();
    }

    @Override
    public long bestPrice(Side side) {
        NaiveOrder best = best(side);
        return best == null ? 0 : best.price();
    }

    @Override
    public long bestQuantity(Side side) {
        return quantityAt(side, bestPrice(side));
    }

    private long quantityAt(Side side, long price) {
        return sorted(side).stream()
                .filter(order -> order.price() == price)
                .mapToLong(NaiveOrder::quantity)
                .reduce(0, Math::addExact);
    }

    @Override
    public void levels(Side side, LevelVisitor visitor) {
        List<NaiveOrder> sorted = sorted(side);
        List<Long> prices = sorted.stream().map(NaiveOrder::price).distinct().toList();
        for (long price : prices) {
            int count = (int)
                    sorted.stream().filter(order -> order.price() == price).count();
            if (!visitor.level(price, quantityAt(side, price), count)) {
                return;
            }
        }
    }

    @Override
    public void orders(Side side, OrderVisitor visitor) {
        for (NaiveOrder order : sorted(side)) {
            if (!visitor.order(order.number(), order.account(), order.price(), order.quantity(), order.hidden())) {
                return;
            }
        }
    }

    private NaiveOrder resting(long order) {
        return orders.stream()
                .filter(resting -> resting.number() == order)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("order " + order + " does not rest"));
    }

    private void requireNew(long order, long quantity) {
        if (order < 1 || quantity < 1 || quantity(order) > 0) {
            throw new IllegalArgumentException("order " + order + " of " + quantity
                    + ": both must be positive, and an order that rests must be removed first");
        }
    }

    private static void requirePrice(long price) {
        if (price <= ANY_SELL || price == ANY_BUY) {
            throw new IllegalArgumentException("no order rests at " + price);
        }
    }
}
