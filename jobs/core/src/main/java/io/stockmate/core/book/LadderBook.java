package io.stockmate.core.book;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;

/**
 * A book in arrays: it makes no object per order or level. Each side is a {@link PriceLadder} of levels, each level a
 * queue of orders, and an {@link OrderIndex} finds an order by its number. {@link HiddenQuantities} are what icebergs
 * have besides what they show.
 */
public final class LadderBook implements Book {
    private final OrderPool orders = new OrderPool();
    private final HiddenQuantities hidden = new HiddenQuantities();
    private final OrderIndex index = new OrderIndex(orders);
    private final LevelPool levels = new LevelPool();
    private final LadderSide buys = new LadderSide(true, orders, levels);
    private final LadderSide sells = new LadderSide(false, orders, levels);

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
        long left = match(order, account, side, limit, quantity, prevention, listener);
        if (left > 0 && rests) {
            append(order, account, side(side), limit, left);
        }
        return left;
    }

    @Override
    public long reenter(long order, long price, long quantity, SelfTradePrevention prevention, BookListener listener) {
        int resting = resting(order);
        requireQuantity(order, quantity);
        requirePrice(order, price);
        Side side = levels.isBuy(orders.level(resting)) ? Side.BUY : Side.SELL;
        side(side).remove(resting);
        hidden.clear(resting);
        long left = match(order, orders.account(resting), side, price, quantity, prevention, listener);
        if (left == 0) {
            index.remove(order, resting);
            orders.release(resting);
        } else {
            orders.setQuantity(resting, left);
            side(side).append(price, resting);
        }
        return left;
    }

    /** Returns what is left of the incoming order. */
    private long match(
            long order,
            int account,
            Side side,
            long limit,
            long quantity,
            SelfTradePrevention prevention,
            BookListener listener) {
        LadderSide opposite = side(side.opposite());
        long left = quantity;
        for (int best = opposite.best(); left > 0 && best != LevelPool.NONE; best = opposite.best()) {
            if (!opposite.trades(levels.price(best), limit)) {
                break;
            }
            int resting = levels.first(best);
            left = orders.account(resting) == account
                    ? meetOwn(opposite, resting, order, left, prevention, listener)
                    : trade(opposite, resting, order, left, listener);
        }
        return left;
    }

    private int append(long number, int account, LadderSide side, long price, long quantity) {
        int order = orders.add(number, account, quantity);
        index.put(number, order);
        side.append(price, order);
        return order;
    }

    /** Returns what is left of the incoming order; 0 ends its matching. */
    private long meetOwn(
            LadderSide side,
            int resting,
            long incoming,
            long left,
            SelfTradePrevention prevention,
            BookListener listener) {
        return switch (prevention) {
            case CANCEL_NEW -> {
                listener.incomingRemoved(orders.number(resting), incoming, left);
                yield 0;
            }
            case CANCEL_RESTING -> {
                removeResting(side, resting, incoming, listener);
                yield left;
            }
            case CANCEL_BOTH -> {
                long number = orders.number(resting);
                removeResting(side, resting, incoming, listener);
                listener.incomingRemoved(number, incoming, left);
                yield 0;
            }
            case DECREMENT -> decrement(side, resting, incoming, left, listener);
            case NONE -> trade(side, resting, incoming, left, listener);
        };
    }

    private long decrement(LadderSide side, int resting, long incoming, long left, BookListener listener) {
        long number = orders.number(resting);
        long whole = whole(resting);
        long by = Math.min(left, whole);
        if (by == whole) {
            removeResting(side, resting, incoming, listener);
        } else {
            takeOff(side, resting, by);
            listener.restingReduced(number, incoming, by, whole - by);
        }
        if (by == left) {
            listener.incomingRemoved(number, incoming, left);
        } else {
            listener.incomingReduced(number, incoming, by, left - by);
        }
        return left - by;
    }

    private long trade(LadderSide side, int resting, long incoming, long left, BookListener listener) {
        long number = orders.number(resting);
        long price = side.price(resting);
        long traded = Math.min(left, orders.quantity(resting));
        long restingLeft = whole(resting) - traded;
        if (restingLeft == 0) {
            unlink(side, resting);
        } else if (traded < orders.quantity(resting)) {
            side.lower(resting, traded);
        } else {
            side.showAnew(resting, hidden.takeSlice(resting));
        }
        listener.traded(number, incoming, price, traded, restingLeft, left - traded);
        return left - traded;
    }

    private void removeResting(LadderSide side, int resting, long incoming, BookListener listener) {
        long number = orders.number(resting);
        long quantity = whole(resting);
        unlink(side, resting);
        listener.restingRemoved(number, incoming, quantity);
    }

    /** What is left of a resting order, shown or not. */
    private long whole(int order) {
        return orders.quantity(order) + hidden.of(order);
    }

    /** Lowers a resting order by less than it has, what it hides first. */
    private void takeOff(LadderSide side, int order, long by) {
        side.lower(order, hidden.takeOff(order, by));
    }

    private void unlink(LadderSide side, int order) {
        hidden.clear(order);
        index.remove(orders.number(order), order);
        side.remove(order);
        orders.release(order);
    }

    @Override
    public void rest(long order, int account, Side side, long price, long quantity) {
        requireNew(order, quantity);
        requirePrice(order, price);
        append(order, account, side(side), price, quantity);
    }

    @Override
    public void rest(long order, int account, Side side, long price, long quantity, long hides, long slice) {
        requireNew(order, quantity);
        requirePrice(order, price);
        if (hides < 0 || slice < 1) {
            throw new IllegalArgumentException("order " + order + " cannot hide " + hides + " and show " + slice
                    + " of it at a time; the first is not negative, the second positive");
        }
        hidden.put(append(order, account, side(side), price, quantity), hides, slice);
    }

    @Override
    public void remove(long order) {
        int resting = resting(order);
        unlink(sideOf(resting), resting);
    }

    @Override
    public void reduce(long order, long quantity) {
        int resting = resting(order);
        long before = whole(resting);
        if (quantity < 1 || quantity >= before) {
            throw new IllegalArgumentException("order " + order + " of " + before + " cannot be reduced to " + quantity
                    + "; to end it, remove it, to raise it, enter it anew");
        }
        takeOff(sideOf(resting), resting, before - quantity);
    }

    @Override
    public long quantity(long order) {
        int resting = index.find(order);
        return resting == OrderPool.NONE ? 0 : whole(resting);
    }

    @Override
    public long price(long order) {
        int resting = index.find(order);
        return resting == OrderPool.NONE ? 0 : levels.price(orders.level(resting));
    }

    @Override
    public boolean isBuy(long order) {
        int resting = index.find(order);
        return resting != OrderPool.NONE && levels.isBuy(orders.level(resting));
    }

    @Override
    public long fillable(int account, Side side, long limit, long quantity, SelfTradePrevention prevention) {
        LadderSide opposite = side(side.opposite());
        long left = quantity;
        long fillable = 0;
        for (int level = opposite.best();
                level != LevelPool.NONE && opposite.trades(levels.price(level), limit);
                level = opposite.worse(level)) {
            long behind = 0;
            for (int resting = levels.first(level); resting != OrderPool.NONE; resting = orders.next(resting)) {
                SelfTradePrevention decided =
                        orders.account(resting) == account ? prevention : SelfTradePrevention.NONE;
                switch (decided) {
                    case CANCEL_NEW, CANCEL_BOTH -> {
                        return fillable;
                    }
                    case CANCEL_RESTING -> {}
                    case DECREMENT -> left -= Math.min(left, whole(resting));
                    case NONE -> {
                        long met = Math.min(left, orders.quantity(resting));
                        left -= met;
                        fillable += met;
                        behind += hidden.of(resting);
                    }
                }
                if (left == 0) {
                    return fillable;
                }
            }
            long met = Math.min(left, behind);
            left -= met;
            fillable += met;
            if (left == 0) {
                return fillable;
            }
        }
        return fillable;
    }

    @Override
    public long bestPrice(Side side) {
        LadderSide half = side(side);
        return half.best() == LevelPool.NONE ? 0 : levels.price(half.best());
    }

    @Override
    public long bestQuantity(Side side) {
        LadderSide half = side(side);
        return half.best() == LevelPool.NONE ? 0 : levels.quantity(half.best());
    }

    @Override
    public void levels(Side side, LevelVisitor visitor) {
        LadderSide half = side(side);
        int level = half.best();
        while (level != LevelPool.NONE
                && visitor.level(levels.price(level), levels.quantity(level), levels.orders(level))) {
            level = half.worse(level);
        }
    }

    @Override
    public void orders(Side side, OrderVisitor visitor) {
        LadderSide half = side(side);
        for (int level = half.best(); level != LevelPool.NONE; level = half.worse(level)) {
            long price = levels.price(level);
            for (int order = levels.first(level); order != OrderPool.NONE; order = orders.next(order)) {
                boolean more = visitor.order(
                        orders.number(order), orders.account(order), price, orders.quantity(order), hidden.of(order));
                if (!more) {
                    return;
                }
            }
        }
    }

    private LadderSide side(Side side) {
        return side == Side.BUY ? buys : sells;
    }

    private LadderSide sideOf(int order) {
        return levels.isBuy(orders.level(order)) ? buys : sells;
    }

    private int resting(long order) {
        int resting = index.find(order);
        if (resting == OrderPool.NONE) {
            throw new IllegalArgumentException("order " + order + " does not rest");
        }
        return resting;
    }

    private void requireNew(long order, long quantity) {
        requireQuantity(order, quantity);
        if (index.find(order) != OrderPool.NONE) {
            throw new IllegalArgumentException("order " + order + " rests already; remove it first");
        }
    }

    private static void requireQuantity(long order, long quantity) {
        if (order < 1 || quantity < 1) {
            throw new IllegalArgumentException("order " + order + " of " + quantity + ": both must be positive");
        }
    }

    private static void requirePrice(long order, long price) {
        if (price <= ANY_SELL || price == ANY_BUY) {
            throw new IllegalArgumentException(
                    "order " + order + " cannot rest at " + price + "; a price is positive and less than " + ANY_BUY);
        }
    }
}
