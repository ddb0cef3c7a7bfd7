package io.stockmate.core.book;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A book of sorted price levels, each a queue of orders; an index finds an order by its number. */
public final class SortedBook implements Book {
    private final BookSide buys = new BookSide(Side.BUY);
    private final BookSide sells = new BookSide(Side.SELL);
    private final Map<Long, RestingOrder> index = new HashMap<>();

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
            requirePrice(order, limit);
        }
        BookSide opposite = side(side.opposite());
        long left = quantity;
        while (left > 0) {
            PriceLevel best = opposite.best();
            RestingOrder resting = best == null || !opposite.trades(best.price, limit) ? null : best.first();
            if (resting == null) {
                break;
            }
            left = resting.account == account
                    ? meetOwn(resting, order, left, prevention, listener)
                    : trade(resting, order, left, listener);
        }
        if (left > 0 && rests) {
            index.put(order, side(side).append(order, account, limit, left));
        }
        return left;
    }

    /** Returns what is left of the incoming order; 0 ends its matching. */
    private long meetOwn(
            RestingOrder resting, long incoming, long left, SelfTradePrevention prevention, BookListener listener) {
        return switch (prevention) {
            case CANCEL_NEW -> {
                listener.incomingRemoved(resting.number, incoming, left);
                yield 0;
            }
            case CANCEL_RESTING -> {
                removeResting(resting, incoming, listener);
                yield left;
            }
            case CANCEL_BOTH -> {
                removeResting(resting, incoming, listener);
                listener.incomingRemoved(resting.number, incoming, left);
                yield 0;
            }
            case DECREMENT -> decrement(resting, incoming, left, listener);
            case NONE -> trade(resting, incoming, left, listener);
        };
    }

    private long decrement(RestingOrder resting, long incoming, long left, BookListener listener) {
        long by = Math.min(left, resting.quantity);
        if (by == resting.quantity) {
            removeResting(resting, incoming, listener);
        } else {
            resting.level.lower(resting, by);
            listener.restingReduced(resting.number, incoming, by, resting.quantity);
        }
        if (by == left) {
            listener.incomingRemoved(resting.number, incoming, left);
        } else {
            listener.incomingReduced(resting.number, incoming, by, left - by);
        }
        return left - by;
    }

    private long trade(RestingOrder resting, long incoming, long left, BookListener listener) {
        long traded = Math.min(left, resting.quantity);
        resting.level.lower(resting, traded);
        if (resting.quantity == 0) {
            unlink(resting);
        }
        listener.traded(resting.number, incoming, resting.level.price, traded, resting.quantity, left - traded);
        return left - traded;
    }

    private void removeResting(RestingOrder resting, long incoming, BookListener listener) {
        unlink(resting);
        listener.restingRemoved(resting.number, incoming, resting.quantity);
    }

    private void unlink(RestingOrder order) {
        index.remove(order.number);
        order.level.side.remove(order);
    }

    @Override
    public void rest(long order, int account, Side side, long price, long quantity) {
        requireNew(order, quantity);
        requirePrice(order, price);
        index.put(order, side(side).append(order, account, price, quantity));
    }

    @Override
    public void remove(long order) {
        unlink(resting(order));
    }

    @Override
    public void reduce(long order, long quantity) {
        RestingOrder resting = resting(order);
        if (quantity < 1 || quantity >= resting.quantity) {
            throw new IllegalArgumentException("order " + order + " of " + resting.quantity + " cannot be reduced to "
                    + quantity + "; to end it, remove it, to raise it, enter it anew");
        }
        resting.level.lower(resting, resting.quantity - quantity);
    }

    @Override
    public long quantity(long order) {
        RestingOrder resting = index.get(order);
        return resting == null ? 0 : resting.quantity;
    }

    @Override
    public long fillable(int account, Side side, long limit, long quantity, SelfTradePrevention prevention) {
        BookSide opposite = side(side.opposite());
        long left = quantity;
        long fillable = 0;
        for (PriceLevel level = opposite.best();
                level != null && opposite.trades(level.price, limit);
                level = level.worse) {
            for (RestingOrder resting = level.first(); resting != null; resting = resting.next) {
                long met = Math.min(left, resting.quantity);
                SelfTradePrevention decided = resting.account == account ? prevention : SelfTradePrevention.NONE;
                switch (decided) {
                    case CANCEL_NEW, CANCEL_BOTH -> {
                        return fillable;
                    }
                    case CANCEL_RESTING -> {}
                    case DECREMENT -> left -= met;
                    case NONE -> {
                        left -= met;
                        fillable += met;
                    }
                }
                if (left == 0) {
                    return fillable;
                }
            }
        }
        return fillable;
    }

    @Override
    public long bestPrice(Side side) {
        PriceLevel best = side(side).best();
        return best == null ? 0 : best.price;
    }

    @Override
    public long bestQuantity(Side side) {
        PriceLevel best = side(side).best();
        return best == null ? 0 : best.quantity();
    }

    @Override
    public void levels(Side side, LevelVisitor visitor) {
        PriceLevel level = side(side).best();
        while (level != null && visitor.level(level.price, level.quantity(), level.orders())) {
            level = level.worse;
        }
    }

    @Override
    public void orders(Side side, OrderVisitor visitor) {
        for (PriceLevel level = side(side).best(); level != null; level = level.worse) {
            for (RestingOrder order = level.first(); order != null; order = order.next) {
                if (!visitor.order(order.number, order.account, level.price, order.quantity)) {
                    return;
                }
            }
        }
    }

    private BookSide side(Side side) {
        return side == Side.BUY ? buys : sells;
    }

    private RestingOrder resting(long order) {
        @Nullable RestingOrder resting = index.get(order);
        if (resting == null) {
            throw new IllegalArgumentException("order " + order + " does not rest");
        }
        return resting;
    }

    private void requireNew(long order, long quantity) {
        if (order < 1 || quantity < 1) {
            throw new IllegalArgumentException("order " + order + " of " + quantity + ": both must be positive");
        }
        if (index.containsKey(order)) {
            throw new IllegalArgumentException("order " + order + " rests already; remove it first");
        }
    }

    private static void requirePrice(long order, long price) {
        if (price <= ANY_SELL || price == ANY_BUY) {
            throw new IllegalArgumentException(
                    "order " + order + " cannot rest at " + price + "; a price is positive and less than " + ANY_BUY);
        }
    }
}
