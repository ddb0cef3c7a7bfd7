package io.stockmate.core.book;

/** The resting orders of one side in price-time priority. */
final class LadderSide {
    private final boolean bestIsHighest;
    private final OrderPool orders;
    private final LevelPool levels;
    private final PriceLadder ladder;
    private int best = LevelPool.NONE;

    LadderSide(boolean bestIsHighest, OrderPool orders, LevelPool levels) {
        this.bestIsHighest = bestIsHighest;
        this.orders = orders;
        this.levels = levels;
        this.ladder = new PriceLadder(bestIsHighest);
    }

    /** The best level, or {@link LevelPool#NONE}. */
    int best() {
        return best;
    }

    /** The next level behind this one, or {@link LevelPool#NONE}. */
    int worse(int level) {
        return ladder.worse(levels.price(level));
    }

    /** Whether an incoming order of the other side with this limit trades at this price. */
    boolean trades(long price, long limit) {
        return bestIsHighest ? price >= limit : price <= limit;
    }

    /** Puts an order behind all others of its price. */
    void append(long price, int order) {
        int level = ladder.find(price);
        if (level == LevelPool.NONE) {
            level = levels.open(price, bestIsHighest);
            ladder.add(price, level);
            if (best == LevelPool.NONE || isBetter(price, levels.price(best))) {
                best = level;
            }
        }
        levels.append(level, orders, order);
    }

    /** The price of a resting order. */
    long price(int order) {
        return levels.price(orders.level(order));
    }

    /** Lowers a resting order, which keeps some quantity and its place. */
    void lower(int order, long by) {
        orders.setQuantity(order, orders.quantity(order) - by);
        levels.lower(orders.level(order), by);
    }

    /** Puts an order that has nothing left to show behind all others of its price, showing this much. */
    void showAnew(int order, long quantity) {
        int level = orders.level(order);
        levels.remove(level, orders, order);
        orders.setQuantity(order, quantity);
        levels.append(level, orders, order);
    }

    void remove(int order) {
        int level = orders.level(order);
        levels.remove(level, orders, order);
        if (levels.orders(level) == 0) {
            close(level);
        }
    }

    private void close(int level) {
        long price = levels.price(level);
        ladder.remove(price);
        levels.close(level);
        if (level == best) {
            best = ladder.worse(price);
        }
    }

    private boolean isBetter(long price, long than) {
        return bestIsHighest ? price > than : price < than;
    }
}
