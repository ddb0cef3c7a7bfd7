package io.stockmate.core.view;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
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
 * The order book of one symbol, rebuilt from its ExecutionReports. Between two commands it is the book that matching
 * holds; within the events of one command it may show an incoming order before its fills.
 */
public final class EventBook {
    private final Map<String, ViewedOrder> orders = new HashMap<>();

    /** Stops that have not been triggered. */
    private final Set<String> waiting = new HashSet<>();

    private final TreeMap<Long, Map<String, Long>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Map<String, Long>> asks = new TreeMap<>();

    /** Takes the symbol's next event, in order of seq. */
    public void accept(Event event) {
        if (event.body() instanceof ExecutionReport report) {
            accept(report);
        }
    }

    private void accept(ExecutionReport report) {
        switch (report.execType()) {
            case NEW, REPLACED, TRADE, RESTATED, TRIGGERED -> {
                if (report.execType() == ExecType.TRIGGERED) {
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
            case CANCELED, EXPIRED -> {
                waiting.remove(report.orderId());
                remove(report.orderId());
            }
            case REJECTED, ORDER_STATUS, TRADE_CANCEL, TRADE_CORRECT -> {}
        }
    }

    private void rest(ExecutionReport report) {
        Side side = Objects.requireNonNull(report.side(), "a working order has a side");
        ViewedOrder now = new ViewedOrder(side, report.price(), report.leavesQty());
        ViewedOrder before = orders.get(report.orderId());
        if (before != null && (before.price() != now.price() || before.quantity() < now.quantity())) {
            remove(report.orderId());
        }
        orders.put(report.orderId(), now);
        levels(side)
                .computeIfAbsent(now.price(), price -> new LinkedHashMap<>())
                .put(report.orderId(), now.quantity());
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
