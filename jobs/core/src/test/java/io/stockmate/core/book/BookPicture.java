package io.stockmate.core.book;

import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A book as people draw it, the best prices in the middle; each order as {@code quantity#number}, or
 * {@code shown+hidden#number}, first in time leftmost.
 *
 * <pre>
 *    bid | price | ask
 *        |   102 | 5#3
 *        |   101 | 7#4 2#5
 *   10#1 |   100 |
 * </pre>
 */
final class BookPicture {
    private static final String HEAD = "bid";
    private static final int PRICE_WIDTH = 5;

    private BookPicture() {}

    static List<String> of(Book book) {
        Map<Long, String> bids = queues(book, Side.BUY);
        Map<Long, String> asks = queues(book, Side.SELL);
        TreeMap<Long, String> prices = new TreeMap<>(Comparator.reverseOrder());
        prices.putAll(bids);
        prices.putAll(asks);
        int width = bids.values().stream().mapToInt(String::length).reduce(HEAD.length(), Math::max);
        List<String> lines = new ArrayList<>();
        lines.add(line(width, HEAD, "price", "ask"));
        for (long price : prices.keySet()) {
            lines.add(line(width, bids.getOrDefault(price, ""), Long.toString(price), asks.getOrDefault(price, "")));
        }
        return lines;
    }

    private static String line(int width, String bid, String price, String ask) {
        String left = " ".repeat(width - bid.length()) + bid;
        String middle = " ".repeat(Math.max(0, PRICE_WIDTH - price.length())) + price;
        return (left + " | " + middle + " | " + ask).stripTrailing();
    }

    private static Map<Long, String> queues(Book book, Side side) {
        Map<Long, String> queues = new TreeMap<>();
        book.orders(side, (order, account, price, quantity, hidden) -> {
            String shown = quantity + (hidden == 0 ? "" : "+" + hidden);
            queues.merge(price, shown + "#" + order, (before, last) -> before + " " + last);
            return true;
        });
        return queues;
    }
}
