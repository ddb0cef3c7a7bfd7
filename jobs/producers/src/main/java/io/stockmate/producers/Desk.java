package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CxlRejReason;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one account deals in one symbol: its working orders and its stock, as events told of them, and what it has
 * asked and not heard of yet. Finished orders are forgotten, but for the id of the last one.
 */
final class Desk {
    /** After this time a request without an answer counts as lost. */
    static final long ANSWER_WITHIN_MS = 10_000;

    private final String symbol;
    private final String account;
    private final List<WorkingOrder> working = new ArrayList<>();
    private final Map<String, WorkingOrder> byOrderId = new HashMap<>();
    private final OrdersUnderWay underWay = new OrdersUnderWay();
    private final Deliveries deliveries = new Deliveries();
    private @Nullable StockLevel stock;
    private long stockAskedAt = Long.MIN_VALUE;
    private @Nullable String lastFinished;

    Desk(String symbol, String account) {
        this.symbol = symbol;
        this.account = account;
    }

    String account() {
        return account;
    }

    // What it knows.

    /** Orders of both sides, the oldest first. */
    List<WorkingOrder> working() {
        return working;
    }

    List<WorkingOrder> working(Side side) {
        List<WorkingOrder> orders = new ArrayList<>(working.size());
        for (WorkingOrder order : working) {
            if (order.side() == side) {
                orders.add(order);
            }
        }
        return orders;
    }

    /** Orders entered and not answered yet. */
    int unanswered(Side side, long time) {
        return underWay.count(side, time);
    }

    /** What works and what is on its way, in units. */
    long openQty(Side side, long time) {
        long qty = underWay.qty(side, time);
        for (WorkingOrder order : working) {
            qty += order.side() == side ? order.leavesQty() : 0;
        }
        return qty;
    }

    /** How many orders work or are on their way. */
    int orders(long time) {
        return working.size() + underWay.count(time);
    }

    /** Its stock as it was last told; null before it was. */
    @Nullable
    StockLevel stock() {
        return stock;
    }

    long available() {
        return stock == null ? 0 : stock.available();
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** The id of the order of its own that ended last; null before one did. */
    @Nullable
    String lastFinished() {
        return lastFinished;
    }

    /** Whether a stock movement is under way. */
    boolean isStockAsked(long time) {
        return stockAskedAt != Long.MIN_VALUE && time - stockAskedAt < ANSWER_WITHIN_MS;
    }

    // What it does.

    void enter(Floor floor, OrderTicket ticket) {
        String id = floor.nextId();
        underWay.enter(id, ticket, floor.time());
        say(floor, ticket.as(id));
    }

    void cancel(Floor floor, WorkingOrder order) {
        order.ask(floor.time());
        say(floor, new CancelOrder(floor.nextId(), order.clOrdId()));
    }

    /** Asks for another total or price; {@link Absent#NUMBER} leaves it as it is. */
    void replace(Floor floor, WorkingOrder order, long orderQty, long price) {
        order.ask(floor.time());
        say(floor, replacement(floor.nextId(), order.clOrdId(), orderQty, price));
    }

    static ReplaceOrder replacement(String id, String origClOrdId, long orderQty, long price) {
        return new ReplaceOrder(id, origClOrdId, orderQty, price, Absent.NUMBER, Absent.NUMBER, Absent.NUMBER);
    }

    void move(Floor floor, MoveKind kind, long qty, @Nullable String ref, String reason) {
        stockAskedAt = floor.time();
        say(floor, new MoveStock(floor.nextId(), kind, qty, ref, reason, Absent.NUMBER));
    }

    /** Receives what it begins with: once, however often it is said, since it is said under one id. */
    void open(Floor floor, long qty) {
        stockAskedAt = floor.time();
        say(floor, new MoveStock("opening", MoveKind.RECEIPT, qty, null, "opening", Absent.NUMBER));
    }

    void say(Floor floor, CommandBody body) {
        floor.say(symbol, account, body);
    }

    // What it hears.

    void observe(ExecutionReport report, long ts) {
        underWay.answered(report.clOrdId());
        if (report.execType() == ExecType.REJECTED || report.execType() == ExecType.ORDER_STATUS) {
            return;
        }
        WorkingOrder order = byOrderId.get(report.orderId());
        if (report.ordStatus().isTerminal()) {
            lastFinished = order == null ? report.clOrdId() : order.clOrdId();
            forget(order);
        } else if (order != null) {
            order.update(report);
        } else if (report.side() != null) {
            WorkingOrder fresh = new WorkingOrder(report, report.side(), ts);
            working.add(fresh);
            byOrderId.put(report.orderId(), fresh);
        }
    }

    void observe(OrderCancelReject reject) {
        for (WorkingOrder order : working) {
            if (order.clOrdId().equals(reject.origClOrdId())) {
                order.answered();
                if (reject.cxlRejReason() == CxlRejReason.UNKNOWN_ORDER
                        || reject.cxlRejReason() == CxlRejReason.TOO_LATE) {
                    forget(order);
                }
                return;
            }
        }
    }

    void observe(StockLevel level) {
        deliveries.observe(level, stock == null ? level.onOrder() : stock.onOrder());
        stock = level;
        switch (level.reason()) {
            case RECEIPT, ISSUE, COUNT -> stockAskedAt = Long.MIN_VALUE;
            case ALLOCATE, RELEASE, TRADE, CORRECTION -> {}
        }
    }

    private void forget(@Nullable WorkingOrder order) {
        if (order != null) {
            working.remove(order);
            byOrderId.remove(order.orderId());
        }
    }
}
