package io.stockmate.core.view;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The order book of one symbol, rebuilt from its events: what it shows of icebergs, and no stop that waits. Between two
 * commands it is the book that matching holds; within the events of one command it may show an incoming order before
 * its fills.
 */
public final class EventBook {
    private final Map<String, ViewedOrder> orders = new HashMap<>();

    /** Stops that have not been triggered. */
    private final Set<String> waiting = new HashSet<>();

    private final TreeMap<Long, Map<String, Long>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Map<String, Long>> asks = new TreeMap<>();
    private final Resumption resumption = new Resumption();
    private String taker = "";
    private long places;
    private long commandSeq;

    /** Takes the symbol's next event, in order of seq. */
    public void accept(Event event) {
        if (event.header().commandSeq() != commandSeq) {
            commandSeq = event.header().commandSeq();
            resumption.end().forEach(this::goBehind);
            taker = "";
        }
        if (event.body() instanceof ExecutionReport report) {
            accept(report);
        } else if (event.body() instanceof Trade trade) {
            taker = trade.aggressorSide() == Side.BUY ? trade.buyOrderId() : trade.sellOrderId();
            resumption.enteredUpTo(taker).forEach(this::goBehind);
        } else if (event.body() instanceof Accepted accepted && resumes(accepted)) {
            resumption.begin(orders, bids, asks);
        }
    }

    /** No text in the command can look like this: its quotes are escaped. */
    private static boolean resumes(Accepted accepted) {
        return accepted.kind().equals(CommandType.SET_TRADING_STATUS.wireName())
                && accepted.body().contains("\"status\":\"OPEN\"");
    }

    private void accept(ExecutionReport report) {
        switch (report.execType()) {
            case NEW, REPLACED, TRADE, RESTATED, TRIGGERED -> works(report);
            case CANCELED, EXPIRED -> {
                waiting.remove(report.orderId());
                remove(report.orderId());
            }
            case REJECTED, ORDER_STATUS, TRADE_CANCEL, TRADE_CORRECT -> {}
        }
    }

    private void works(ExecutionReport report) {
        if (report.execType() == ExecType.TRIGGERED) {
            resumption.end().forEach(this::goBehind);
            waiting.remove(report.orderId());
        } else if (report.execType() == ExecType.NEW && !Absent.is(report.stopPx())) {
            waiting.add(report.orderId());
        }
        if (waiting.contains(report.orderId())) {
            return;
        }
        if (report.leavesQty() > 0 && report.ordType() != OrdType.MARKET && !Absent.is(report.price())) {
            rest(report);
        } else {
            remove(report.orderId());
        }
    }

    private void rest(ExecutionReport report) {
        ViewedOrder before = orders.get(report.orderId());
        long shown = before == null || isMoved(report, before) ? 0 : shown(report, before);
        long place = before == null || shown == 0 ? ++places : before.place();
        if (shown == 0) {
            remove(report.orderId());
            shown = slice(report);
        }
        Side side = Objects.requireNonNull(report.side(), "a working order has a side");
        put(
                report.orderId(),
                new ViewedOrder(side, report.price(), report.leavesQty(), shown, report.displayQty(), place));
    }

    private static boolean isMoved(ExecutionReport report, ViewedOrder before) {
        return before.price() != report.price()
                || before.left() < report.leavesQty()
                || before.displayQty() != report.displayQty();
    }

    /** Of an order that has kept its price; 0 where an iceberg has used its slice up. */
    private long shown(ExecutionReport report, ViewedOrder before) {
        if (Absent.is(report.displayQty())) {
            return report.leavesQty();
        } else if (report.execType() != ExecType.TRADE) {
            return Math.min(before.shown(), report.leavesQty());
        }
        return report.orderId().equals(taker) ? slice(report) : before.shown() - report.lastQty();
    }

    private static long slice(ExecutionReport report) {
        return Absent.is(report.displayQty()) ? report.leavesQty() : Math.min(report.displayQty(), report.leavesQty());
    }

    private void put(String orderId, ViewedOrder order) {
        orders.put(orderId, order);
        levels(order.side())
                .computeIfAbsent(order.price(), price -> new LinkedHashMap<>())
                .put(orderId, order.shown());
    }

    private void goBehind(String orderId) {
        ViewedOrder order = orders.get(orderId);
        if (order != null) {
            remove(orderId);
            put(orderId, order.at(++places));
        }
    }

    private void remove(String orderId) {
        ViewedOrder order = orders.remove(orderId);
        if (order == null) {
            return;
        }
        levels(order.side()).computeIfPresent(order.price(), (price, queue) -> {
            queue.remove(orderId);
            return queue.isEmpty() ? null : queue;
        });
    }

    /** The best {@code most} levels of a side, best first. */
    public List<PriceLevel> levels(Side side, int most) {
        return levels(side).entrySet().stream()
                .limit(most)
                .map(level -> new PriceLevel(
                        level.getKey(),
                        level.getValue().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        level.getValue().size()))
                .toList();
    }

    /** The orderId that the next trade on a side would hit; null where the side is empty. */
    public @Nullable String head(Side side) {
        resumption.end().forEach(this::goBehind);
        TreeMap<Long, Map<String, Long>> levels = levels(side);
        return levels.isEmpty()
                ? null
                : levels.firstEntry().getValue().keySet().iterator().next();
    }

    /** How many orders rest. */
    public int restingOrders() {
        return orders.size();
    }

    private TreeMap<Long, Map<String, Long>> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
