package io.stockmate.benchmarks.book;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import java.util.EnumSet;

/** exchange-core's direct book, called as its matching engine calls it. */
final class ExchangeCoreBook implements BookEngine {
    private static final long USER = 1;

    private final OrderBookDirectImpl book = new OrderBookDirectImpl(
            CoreSymbolSpecification.builder()
                    .symbolId(1)
                    .type(SymbolType.FUTURES_CONTRACT)
                    .build(),
            ObjectsPool.createDefaultTestPool(),
            OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
            LoggingConfiguration.builder()
                    .loggingLevels(EnumSet.noneOf(LoggingConfiguration.LoggingLevel.class))
                    .build());
    private final OrderCommand command = new OrderCommand();
    private final BookReports reports;
    private long sequence;

    ExchangeCoreBook(BookReports reports) {
        this.reports = reports;
    }

    @Override
    public void apply(OrderFlow flow, int message) {
        sequence = flow.sequence(message);
        command.orderId = flow.order(message);
        command.uid = USER;
        command.timestamp = sequence;
        command.matcherEvent = null;
        switch (flow.kind(message)) {
            case NEW -> enterNew(flow, message);
            case CANCEL -> cancel();
            case MODIFY -> modify(flow, message);
            case MOVE_PRICE -> move(flow, message);
            case REDUCE_BY -> reduce(flow, message);
        }
    }

    private void enterNew(OrderFlow flow, int message) {
        boolean buy = flow.isBuy(message);
        reports.accepted(sequence, buy, command.orderId, flow.price(message), flow.quantity(message));
        enter(buy, flow.price(message), flow.quantity(message), flow.rests(message));
    }

    private void enter(boolean buy, long price, long quantity, boolean rests) {
        command.command = OrderCommandType.PLACE_ORDER;
        command.action = buy ? OrderAction.BID : OrderAction.ASK;
        command.orderType = rests ? OrderType.GTC : OrderType.IOC;
        command.price = price;
        command.reserveBidPrice = price;
        command.size = quantity;
        book.newOrder(command);
        report(buy);
    }

    private void report(boolean buy) {
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                reports.filled(sequence, event.price, event.size, event.matchedOrderId, command.orderId);
            } else if (event.eventType == MatcherEventType.REJECT) {
                reports.canceled(sequence, buy, command.orderId, command.price);
            }
        }
    }

    private void cancel() {
        command.command = OrderCommandType.CANCEL_ORDER;
        if (book.cancelOrder(command) == CommandResultCode.SUCCESS) {
            reports.canceled(sequence, command.action == OrderAction.BID, command.orderId, command.matcherEvent.price);
        } else {
            reports.cancelRefused(sequence, command.orderId);
        }
    }

    /** It has no such command: cancel and re-entry. */
    private void modify(OrderFlow flow, int message) {
        command.command = OrderCommandType.CANCEL_ORDER;
        if (book.cancelOrder(command) != CommandResultCode.SUCCESS) {
            reports.modifyRefused(sequence, command.orderId);
            return;
        }
        boolean buy = command.action == OrderAction.BID;
        command.matcherEvent = null;
        enter(buy, flow.price(message), flow.quantity(message), true);
        reports.modified(sequence, buy, command.orderId, flow.price(message), flow.quantity(message));
    }

    private void move(OrderFlow flow, int message) {
        command.command = OrderCommandType.MOVE_ORDER;
        command.price = flow.price(message);
        if (book.moveOrder(command) != CommandResultCode.SUCCESS) {
            reports.modifyRefused(sequence, command.orderId);
            return;
        }
        boolean buy = command.action == OrderAction.BID;
        report(buy);
        reports.modified(sequence, buy, command.orderId, flow.price(message), 0);
    }

    private void reduce(OrderFlow flow, int message) {
        command.command = OrderCommandType.REDUCE_ORDER;
        command.size = flow.quantity(message);
        if (book.reduceOrder(command) == CommandResultCode.SUCCESS) {
            reports.modified(sequence, command.action == OrderAction.BID, command.orderId, 0, 0);
        } else {
            reports.modifyRefused(sequence, command.orderId);
        }
    }
}
