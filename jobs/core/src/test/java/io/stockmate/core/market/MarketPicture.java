package io.stockmate.core.market;

import io.stockmate.core.book.Book;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.Side;
import io.stockmate.core.view.EventBook;
import io.stockmate.core.view.PriceLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A market's book as people draw it, its orders by their owners' ids, and below it the stops that wait. */
final class MarketPicture {
    private final Map<String, String> ids = new HashMap<>();
    private final TreeMap<Long, String> stops = new TreeMap<>();

    void accept(Event event) {
        if (event.body() instanceof ExecutionReport report) {
            ids.put(report.orderId(), report.clOrdId());
            long entry = Long.parseLong(report.orderId().substring(TestMarket.SYMBOL.length() + 1));
            if (report.execType() == ExecType.TRIGGERED || report.ordStatus().isTerminal()) {
                stops.remove(entry);
            } else if (!Absent.is(report.stopPx()) && (report.execType() == ExecType.NEW || stops.containsKey(entry))) {
                stops.put(
                        entry,
                        report.side() + " " + report.leavesQty() + "#" + report.clOrdId() + " at "
                                + Decimal.toString(report.stopPx()));
            }
        }
    }

    List<String> of(Book book) {
        Map<Long, String> bids = queues(book, Side.BUY);
        Map<Long, String> asks = queues(book, Side.SELL);
        TreeMap<Long, String> prices = new TreeMap<>(Comparator.reverseOrder());
        prices.putAll(bids);
        prices.putAll(asks);
        int width = bids.values().stream().mapToInt(String::length).reduce(3, Math::max);
        List<String> lines = new ArrayList<>();
        lines.add(line(width, "bid", "price", "ask"));
        for (long price : prices.keySet()) {
            lines.add(line(width, bids.getOrDefault(price, ""), Decimal.toString(price), asks.getOrDefault(price, "")));
        }
        stops.values().forEach(stop -> lines.add("waits: " + stop));
        return lines;
    }

    private static String line(int width, String bid, String price, String ask) {
        String left = " ".repeat(width - bid.length()) + bid;
        String middle = " ".repeat(Math.max(0, 6 - price.length())) + price;
        return (left + " | " + middle + " | " + ask).stripTrailing();
    }

    private Map<Long, String> queues(Book book, Side side) {
        Map<Long, String> queues = new TreeMap<>();
        book.orders(side, (order, account, price, quantity, hidden) -> {
            String id = ids.get(TestMarket.SYMBOL + "-" + order);
            String shown = quantity + (hidden == 0 ? "" : "+" + hidden);
            queues.merge(price, shown + "#" + id, (before, last) -> before + " " + last);
            return true;
        });
        return queues;
    }

    static List<PriceLevel> levels(EventBook book, Side side) {
        return book.levels(side, Integer.MAX_VALUE);
    }

    static List<PriceLevel> levels(Book book, Side side) {
        List<PriceLevel> levels = new ArrayList<>();
        book.levels(side, (price, quantity, orders) -> levels.add(new PriceLevel(price, quantity, orders)));
        return levels;
    }

    static String head(Book book, Side side) {
        String[] head = {null};
        book.orders(side, (order, account, price, quantity, hidden) -> {
            head[0] = TestMarket.SYMBOL + "-" + order;
            return false;
        });
        return head[0];
    }
}
