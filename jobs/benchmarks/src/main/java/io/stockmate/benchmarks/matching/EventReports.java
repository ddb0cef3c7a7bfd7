package io.stockmate.benchmarks.matching;

import io.stockmate.benchmarks.book.BookReports;
import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.core.message.CxlRejReason;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the events of a flow's commands what a book would report of its messages. Prices, quantities and sides are
 * those that the events tell; orders' ids and the messages' sequences are mapped back to the producer's.
 */
final class EventReports {
    private static final String ORDER_ID_PREFIX = RecordedCommands.SYMBOL + "-";
    private static final String NO_ORDER = "NONE";

    private final RecordedCommands commands;
    private final OrderFlow flow;
    private final BookReports reports;
    private int message = -1;

    EventReports(RecordedCommands commands, BookReports reports) {
        this.commands = commands;
        this.flow = commands.flow();
        this.reports = reports;
    }

    /** Events come in their order; the tick's ends the last message. */
    void event(Event event) {
        int next = commands.message(event.header().commandSeq());
        if (next != message) {
            if (message >= 0) {
                reports.endMessage();
            }
            message = next;
        }
        if (message < 0) {
            return;
        }
        if (event.body() instanceof ExecutionReport report) {
            execution(report);
        } else if (event.body() instanceof Trade trade) {
            boolean buys = trade.aggressorSide() == Side.BUY;
            long buyer = producersId(trade.buyOrderId());
            long seller = producersId(trade.sellOrderId());
            reports.filled(sequence(), trade.price(), trade.qty(), buys ? seller : buyer, buys ? buyer : seller);
        } else if (event.body() instanceof OrderCancelReject reject) {
            refused(reject);
        }
    }

    private void execution(ExecutionReport report) {
        boolean buy = report.side() == Side.BUY;
        long order = producersId(report.orderId());
        switch (report.execType()) {
            case NEW -> {
                if (flow.kind(message) == OrderFlow.Kind.NEW) {
                    reports.accepted(sequence(), buy, order, report.price(), report.orderQty());
                } else {
                    modified(buy, order, report);
                }
            }
            case REPLACED -> modified(buy, order, report);
            case CANCELED -> canceled(buy, order, report);
            case TRADE -> {
                // Told by the trade.
            }
            case REJECTED, EXPIRED, TRIGGERED, RESTATED, TRADE_CANCEL, TRADE_CORRECT, ORDER_STATUS ->
                throw unexpected(report.execType(), report.text());
        }
    }

    private void canceled(boolean buy, long order, ExecutionReport report) {
        switch (flow.kind(message)) {
            case NEW, CANCEL -> reports.canceled(sequence(), buy, order, report.price());
            case REDUCE_BY -> modified(buy, order, report);
            case MODIFY, MOVE_PRICE -> {
                // It enters anew at once.
            }
        }
    }

    private void modified(boolean buy, long order, ExecutionReport report) {
        OrderFlow.Kind kind = flow.kind(message);
        reports.modified(
                sequence(),
                buy,
                order,
                kind == OrderFlow.Kind.REDUCE_BY ? 0 : report.price(),
                kind == OrderFlow.Kind.MODIFY ? report.leavesQty() : 0);
    }

    private void refused(OrderCancelReject reject) {
        boolean notWorking = reject.cxlRejReason() == CxlRejReason.TOO_LATE
                || reject.cxlRejReason() == CxlRejReason.UNKNOWN_ORDER && "UNKNOWN_ORDER".equals(reject.text());
        if (!notWorking || !reject.clOrdId().equals(Long.toString(sequence()))) {
            throw unexpected(reject.cxlRejReason(), reject.text() + " to " + reject.clOrdId());
        }
        // Where the market knows of no such order, the request alone says which was meant.
        String orderId = reject.orderId();
        long order = orderId == null || orderId.equals(NO_ORDER) ? flow.order(message) : producersId(orderId);
        switch (reject.cxlRejResponseTo()) {
            case ORDER_CANCEL_REQUEST -> reports.cancelRefused(sequence(), order);
            case ORDER_CANCEL_REPLACE_REQUEST -> reports.modifyRefused(sequence(), order);
        }
    }

    private long sequence() {
        return flow.sequence(message);
    }

    private long producersId(String orderId) {
        long entry = Long.parseLong(orderId, ORDER_ID_PREFIX.length(), orderId.length(), 10);
        return flow.order(commands.message(entry));
    }

    private IllegalStateException unexpected(Enum<?> answer, @Nullable String text) {
        return new IllegalStateException("the market answered message " + message + " of the flow, a "
                + flow.kind(message) + ", with " + answer + " " + text + ": it is outside the market's limits");
    }
}
