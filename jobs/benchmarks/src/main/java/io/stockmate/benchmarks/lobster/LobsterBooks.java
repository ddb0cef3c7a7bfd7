package io.stockmate.benchmarks.lobster;

import io.stockmate.core.message.Side;
import io.stockmate.core.view.EventBook;
import io.stockmate.core.view.PriceLevel;
import java.util.ArrayList;
import java.util.List;

/** The levels of both sides, best first, ours or the file's. */
record LobsterBooks(List<LobsterLevels.Level> bids, List<LobsterLevels.Level> asks) {
    static LobsterBooks of(LobsterLevels levels) {
        return new LobsterBooks(levels.bids(), levels.asks());
    }

    static LobsterBooks of(EventBook book, int depth) {
        return new LobsterBooks(levels(book, Side.BUY, depth), levels(book, Side.SELL, depth));
    }

    private static List<LobsterLevels.Level> levels(EventBook book, Side side, int depth) {
        List<LobsterLevels.Level> levels = new ArrayList<>();
        for (PriceLevel level : book.levels(side, depth)) {
            levels.add(new LobsterLevels.Level(level.price(), level.quantity()));
        }
        return levels;
    }

    /** Takes quantity off a level; one that has none left goes. */
    void lower(Side side, long price, long quantity) {
        List<LobsterLevels.Level> levels = side == Side.BUY ? bids : asks;
        for (int i = 0; i < levels.size(); i++) {
            LobsterLevels.Level level = levels.get(i);
            if (level.price() == price) {
                if (level.quantity() > quantity) {
                    levels.set(i, new LobsterLevels.Level(price, level.quantity() - quantity));
                } else {
                    levels.remove(i);
                }
                return;
            }
        }
    }

    LobsterBooks best(int depth) {
        return new LobsterBooks(
                List.copyOf(bids.subList(0, Math.min(depth, bids.size()))),
                List.copyOf(asks.subList(0, Math.min(depth, asks.size()))));
    }
}
