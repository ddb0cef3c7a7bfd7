package io.stockmate.benchmarks.lobster;

import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.List;

/** A row of an orderbook file: the best levels of both sides, best first. */
public record LobsterLevels(List<Level> bids, List<Level> asks) {
    private static final long EMPTY = 9_999_999_999L;

    /** @param price in units of 10⁻⁴ */
    public record Level(long price, long quantity) {}

    public List<Level> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** Whether a price of a side is worse than all levels of a full side, so that the file did not show it. */
    boolean isBeyond(Side side, long price, int depth) {
        List<Level> levels = side(side);
        if (levels.size() < depth) {
            return false;
        }
        long worst = levels.get(levels.size() - 1).price();
        return side == Side.BUY ? price < worst : price > worst;
    }

    /** Ask price, ask size, bid price, bid size, and so on for each level; ±9999999999 where a side is empty. */
    static LobsterLevels parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length % 4 != 0) {
            throw new IllegalArgumentException(fields.length + " fields where a multiple of 4 belongs");
        }
        List<Level> bids = new ArrayList<>();
        List<Level> asks = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 4) {
            add(asks, fields[i], fields[i + 1]);
            add(bids, fields[i + 2], fields[i + 3]);
        }
        return new LobsterLevels(List.copyOf(bids), List.copyOf(asks));
    }

    private static void add(List<Level> levels, String price, String quantity) {
        long units = Long.parseLong(price.trim());
        if (Math.abs(units) != EMPTY) {
            levels.add(new Level(units, Long.parseLong(quantity.trim())));
        }
    }
}
