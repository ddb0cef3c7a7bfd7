package io.stockmate.producers;

import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.Side;

/** An order of ours that works in the market, as its last report left it. */
final class WorkingOrder {
    private final String orderId;
    private final Side side;
    private final long since;
    private String clOrdId;
    private long price;
    private long orderQty;
    private long leavesQty;
    private long askedAt = Long.MIN_VALUE;

    WorkingOrder(ExecutionReport report, Side side, long since) {
        this.orderId = report.orderId();
        this.side = side;
        this.since = since;
        this.clOrdId = report.clOrdId();
        update(report);
    }

    void update(ExecutionReport report) {
        clOrdId = report.clOrdId();
        price = report.price();
        orderQty = report.orderQty();
        leavesQty = report.leavesQty();
        askedAt = Long.MIN_VALUE;
    }

    String orderId() {
        return orderId;
    }

    /** The present id: a replacement brings a new one. */
    String clOrdId() {
        return clOrdId;
    }

    Side side() {
        return side;
    }

    long price() {
        return price;
    }

    long orderQty() {
        return orderQty;
    }

    long leavesQty() {
        return leavesQty;
    }

    /** Book time of the first report of it. */
    long since() {
        return since;
    }

    /** Whether a change or a cancel is under way, or was lost longer ago than an answer takes. */
    boolean isAsked(long time) {
        return askedAt != Long.MIN_VALUE && time - askedAt < Desk.ANSWER_WITHIN_MS;
    }

    void ask(long time) {
        askedAt = time;
    }

    void answered() {
        askedAt = Long.MIN_VALUE;
    }
}
