package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Category;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Writes the execution reports of a symbol. */
final class Reports {
    private static final String NO_ORDER = "NONE";

    private final Publisher publisher;

    Reports(Publisher publisher) {
        this.publisher = publisher;
    }

    /** A report of an order as it stands. */
    void working(Order order, ExecType execType, @Nullable String text) {
        publisher.publish(
                report(order, order.clOrdId, null, execType, order.workingStatus(), order.leavesQty, 0, 0, text, null));
    }

    /** Answers an equal repeat of the command that brought {@code clOrdId}, one of the working order's ids. */
    void status(Order order, String clOrdId) {
        publisher.publish(report(
                order, clOrdId, null, ExecType.ORDER_STATUS, order.workingStatus(), order.leavesQty, 0, 0, null, null));
    }

    void replaced(Order order, String origClOrdId) {
        publisher.publish(report(
                order,
                order.clOrdId,
                origClOrdId,
                ExecType.REPLACED,
                order.workingStatus(),
                order.leavesQty,
                0,
                0,
                null,
                null));
    }

    void traded(Order order, long lastPx, long lastQty) {
        publisher.publish(report(
                order,
                order.clOrdId,
                null,
                ExecType.TRADE,
                order.workingStatus(),
                order.leavesQty,
                lastQty,
                lastPx,
                null,
                Category.match));
    }

    /**
     * A trade of the order became another one, or none.
     *
     * @param lastPx of the trade as it is now; 0 for none, and so lastQty
     * @param reportSeq of the report of the trade as it was
     */
    void corrected(Order order, ExecType execType, OrdStatus ordStatus, long lastPx, long lastQty, long reportSeq) {
        publisher.publish(
                report(order, order.clOrdId, null, execType, ordStatus, order.leavesQty, lastQty, lastPx, null, null)
                        .referringTo(publisher.execId(reportSeq)));
    }

    /** The end of an order whose owner asked for it, under the id of the request. */
    void canceledByOwner(Order order, String clOrdId) {
        publisher.publish(report(
                order, clOrdId, order.clOrdId, ExecType.CANCELED, OrdStatus.CANCELED, 0, 0, 0, "BY_OWNER", null));
    }

    /** The end of an order without a trade. {@code unmet}: the market had nothing for it. */
    void ended(Order order, ExecType execType, OrdStatus ordStatus, String text, boolean unmet) {
        Category category = !unmet ? null : order.side == Side.BUY ? Category.no_match_buy : Category.no_match_sell;
        publisher.publish(report(order, order.clOrdId, null, execType, ordStatus, 0, 0, 0, text, category));
    }

    private ExecutionReport report(
            Order order,
            String clOrdId,
            @Nullable String origClOrdId,
            ExecType execType,
            OrdStatus ordStatus,
            long leavesQty,
            long lastQty,
            long lastPx,
            @Nullable String text,
            @Nullable Category category) {
        return new ExecutionReport(
                order.account,
                clOrdId,
                origClOrdId,
                publisher.orderId(order.entry),
                execType,
                ordStatus,
                order.side,
                order.ordType,
                order.orderQty,
                order.price,
                order.stopPx,
                order.displayQty,
                order.minQty,
                order.timeInForce,
                order.timeInForce == TimeInForce.GTD ? order.expireTime : Absent.NUMBER,
                lastQty,
                lastPx,
                order.cumQty,
                leavesQty,
                averagePrice(order.cumQty, order.notional),
                null,
                text,
                order.listId,
                category);
    }

    /** The refusal of an order that could be read. */
    void rejected(String account, NewOrder asked, Refusal refusal) {
        publisher.publish(rejection(account, asked, publisher.orderId(publisher.commandSeq()), refusal));
    }

    static ExecutionReport rejectionOutside(String account, NewOrder asked, Refusal refusal) {
        return rejection(account, asked, NO_ORDER, refusal);
    }

    private static ExecutionReport rejection(String account, NewOrder asked, String orderId, Refusal refusal) {
        return asAsked(
                account,
                asked,
                orderId,
                ExecType.REJECTED,
                OrdStatus.REJECTED,
                0,
                Absent.NUMBER,
                refusal.ordRejReason(),
                refusal.text(),
                Category.no_match_other);
    }

    /** Answers an equal repeat of a command whose order has ended. */
    void statusOfEnded(String account, NewOrder asked, KnownId.Ended ended) {
        publisher.publish(asAsked(
                account,
                asked,
                publisher.orderId(ended.order()),
                ExecType.ORDER_STATUS,
                ended.ordStatus(),
                ended.cumQty(),
                averagePrice(ended.cumQty(), ended.notional()),
                null,
                null,
                null));
    }

    private static ExecutionReport asAsked(
            String account,
            NewOrder asked,
            String orderId,
            ExecType execType,
            OrdStatus ordStatus,
            long cumQty,
            long avgPx,
            @Nullable OrdRejReason ordRejReason,
            @Nullable String text,
            @Nullable Category category) {
        return new ExecutionReport(
                account,
                asked.clOrdId(),
                null,
                orderId,
                execType,
                ordStatus,
                asked.side(),
                asked.ordType(),
                asked.orderQty(),
                asked.price(),
                asked.stopPx(),
                asked.displayQty(),
                asked.minQty(),
                asked.timeInForce(),
                asked.expireTime(),
                0,
                0,
                cumQty,
                0,
                avgPx,
                ordRejReason,
                text,
                asked.listId(),
                category);
    }

    /** The refusal of an order, or the status of an earlier refusal, of which not all could be read. */
    void refused(String account, String clOrdId, ExecType execType, long entry, @Nullable Refusal refusal) {
        publisher.publish(refused(account, clOrdId, execType, publisher.orderId(entry), refusal));
    }

    static ExecutionReport refusedOutside(String account, String clOrdId, Refusal refusal) {
        return refused(account, clOrdId, ExecType.REJECTED, NO_ORDER, refusal);
    }

    private static ExecutionReport refused(
            String account, String clOrdId, ExecType execType, String orderId, @Nullable Refusal refusal) {
        return new ExecutionReport(
                account,
                clOrdId,
                null,
                orderId,
                execType,
                OrdStatus.REJECTED,
                null,
                null,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                null,
                Absent.NUMBER,
                0,
                0,
                0,
                0,
                Absent.NUMBER,
                refusal == null ? null : refusal.ordRejReason(),
                refusal == null ? null : refusal.text(),
                null,
                refusal == null ? null : Category.no_match_other);
    }

    private static long averagePrice(long cumQty, long notional) {
        return cumQty == 0 ? Absent.NUMBER : Decimal.divideHalfEven(notional, cumQty);
    }
}
