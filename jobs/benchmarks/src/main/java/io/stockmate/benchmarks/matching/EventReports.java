package io.stockmate.benchmarks.matching;

import io.stockmate.benchmarks.book.BookReports;
import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import org.jspecify.annotations.Nullable;

/** Makes of the events of a flow's commands what a book would report of its messages, under the producer's ids. */
final class EventReports {
    private static final String ORDER_ID_PREFIX = RecordedCommands.SYMBOL + "-";

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
        } else if (event.body() instanceof OrderCancelReject) {
            refused();
        }
    }

    private void execution(ExecutionReport report) {
        boolean buy = report.side() == Side.BUY;
        long order = flow.order(message);
        switch (report.execType()) {
            case NEW -> {
                if (flow.kind(message) == OrderFlow.Kind.NEW) {
                    reports.accepted(sequence(), buy, order, flow.price(message), flow.quantity(message));
                } else {
                    modified(buy);
                }
            }
            case REPLACED -> modified(buy);
            case CANCELED -> canceled(buy, report);
            case TRADE -> {
                // Told by the trade.
            }
            case REJECTED, EXPIRED, TRIGGERED, RESTATED, TRADE_CANCEL, TRADE_CORRECT, ORDER_STATUS ->
                throw unexpected(report.execType(), report.text());
        }
    }

    private void canceled(boolean buy, ExecutionReport report) {
        switch (flow.kind(message)) {
            case NEW, CANCEL -> reports.canceled(sequence(), buy, flow.order(message), report.price());
            case REDUCE_BY -> modified(buy);
            case MODIFY, MOVE_PRICE -> {
                // It enters anew at once.
            }
        }
    }

    private void modified(boolean buy) {
        OrderFlow.Kind kind = flow.kind(message);
        reports.modified(
                sequence(),
                buy,
                flow.order(message),
                kind == OrderFlow.Kind.REDUCE_BY ? 0 : flow.price(message),
                kind == OrderFlow.Kind.MODIFY ? flow.quantity(message) : 0);
    }

    private void refused() {
        if (flow.kind(message) == OrderFlow.Kind.CANCEL) {
            reports.cancelRefused(sequence(), flow.order(message));
        } else {
            reports.modifyRefused(sequence(), flow.order(message));
        }
    }

    private long sequence() {
        return flow.sequence(message);
    }

    private long producersId(String orderId) {
        long entry = Long.parseLong(orderId, ORDER_ID_PREFIX.length(), orderId.length(), 10);
        return flow.order(commands.message(entry));
    }

    private IllegalStateException unexpected(ExecType execType, @Nullable String text) {
        return new IllegalStateException("the market answered message " + message + " of the flow, a "
                + flow.kind(message) + ", with " + execType + " " + text + ": it is outside the market's limits");
    }
}
