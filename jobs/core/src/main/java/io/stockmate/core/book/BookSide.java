package io.stockmate.core.book;

import io.stockmate.core.message.Side;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The price levels of one side. The sorted map finds a level's place; the links between levels let the best ones be
 * walked without an iterator. A level is here while it has orders.
 */
final class BookSide {
    private final Side side;
    private final TreeMap<Long, PriceLevel> levels;
    private @Nullable PriceLevel best;

    BookSide(Side side) {
        this.side = side;
        Comparator<Long> ascending = Comparator.naturalOrder();
        this.levels = new TreeMap<>(side == Side.BUY ? ascending.reversed() : ascending);
    }

    @Nullable
    PriceLevel best() {
        return best;
    }

    /** Whether an incoming order of the other side with this limit trades at this price. */
    boolean trades(long price, long limit) {
        return side == Side.BUY ? price >= limit : price <= limit;
    }

    RestingOrder append(long number, int account, long price, long quantity) {
        PriceLevel level = levels.get(price);
        if (level == null) {
            level = open(price);
        }
        return level.append(number, account, quantity);
    }

    void remove(RestingOrder order) {
        PriceLevel level = order.level;
        level.remove(order);
        if (level.isEmpty()) {
            close(level);
        }
    }

    private PriceLevel open(long price) {
        PriceLevel level = new PriceLevel(this, price);
        Map.Entry<Long, PriceLevel> better = levels.lowerEntry(price);
        level.better = better == null ? null : better.getValue();
        level.worse = level.better == null ? best : level.better.worse;
        if (level.better == null) {
            best = level;
        } else {
            level.better.worse = level;
        }
        if (level.worse != null) {
            level.worse.better = level;
        }
        levels.put(price, level);
        return level;
    }

    private void close(PriceLevel level) {
        levels.remove(level.price);
        if (level.better == null) {
            best = level.worse;
        } else {
            level.better.worse = level.worse;
        }
        if (level.worse != null) {
            level.worse.better = level.better;
        }
    }
}
