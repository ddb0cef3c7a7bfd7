package io.stockmate.benchmarks.matching;

import io.stockmate.benchmarks.book.MarketBook;
import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.benchmarks.matching.CommandColumns.Kind;
import io.stockmate.core.book.Book;
import io.stockmate.core.market.Market;
import java.util.HashMap;
import java.util.Map;

/**
 * What a trader sends for each message of a flow. A trader knows what of his orders has traded: a book of his own stands
 * for the reports that he would have seen. A change that costs the order its place is a replacement, one that would not
 * though the flow wants it to is a cancel and a new order, and a change of what does not rest is asked for as it is.
 */
final class FlowToCommands {
    /**
     * An order as the market knows it.
     *
     * @param sequence of the message that brought or last changed it
     * @param orderQty what has traded included
     */
    private record Sent(long sequence, long orderQty) {}

    private final OrderFlow flow;
    private final CommandColumns commands;
    private final Book book = Market.emptyBook();
    private final MarketBook seen = new MarketBook(book, new NoReports());
    private final Map<Long, Sent> sent = new HashMap<>();

    private FlowToCommands(OrderFlow flow) {
        this.flow = flow;
        this.commands = new CommandColumns(flow.size());
    }

    /** @throws IllegalArgumentException if sequences do not ascend, so that they are no ids */
    static CommandColumns of(OrderFlow flow) {
        FlowToCommands made = new FlowToCommands(flow);
        long last = -1;
        for (int message = 0; message < flow.size(); message++) {
            if (flow.sequence(message) <= last) {
                throw new IllegalArgumentException("message " + message + " has sequence " + flow.sequence(message)
                        + " after " + last + ": sequences are ids and have to ascend");
            }
            last = flow.sequence(message);
            made.send(message);
            made.seen.apply(flow, message);
        }
        return made.commands;
    }

    private void send(int message) {
        switch (flow.kind(message)) {
            case NEW -> enter(message, flow.isBuy(message), flow.quantity(message));
            case CANCEL -> ask(Kind.CANCEL, message, 0);
            case MODIFY, MOVE_PRICE, REDUCE_BY -> change(message);
        }
    }

    private void enter(int message, boolean buy, long quantity) {
        commands.add(Kind.ENTER, message, buy, quantity, CommandColumns.NO_ORIGINAL);
        sent.put(flow.order(message), new Sent(flow.sequence(message), quantity));
    }

    /** Asks for something that leaves the order as it is, or ends it. */
    private void ask(Kind kind, int message, long quantity) {
        Sent order = sent.get(flow.order(message));
        long original = order == null ? CommandColumns.NO_ORIGINAL : order.sequence();
        commands.add(kind, message, flow.isBuy(message), quantity, original);
    }

    private void change(int message) {
        long left = book.quantity(flow.order(message) + 1);
        Sent order = sent.get(flow.order(message));
        if (left == 0 || order == null) {
            ask(Kind.REPLACE, message, 1);
            return;
        }
        boolean reduces = flow.kind(message) == OrderFlow.Kind.REDUCE_BY;
        long wanted =
                switch (flow.kind(message)) {
                    case MODIFY -> flow.quantity(message);
                    case REDUCE_BY -> left - flow.quantity(message);
                    case NEW, CANCEL, MOVE_PRICE -> left;
                };
        if (wanted <= 0) {
            ask(Kind.CANCEL, message, 0);
        } else if (reduces || wanted > left || flow.price(message) != book.price(flow.order(message) + 1)) {
            long orderQty = order.orderQty() - left + wanted;
            commands.add(Kind.REPLACE, message, flow.isBuy(message), orderQty, order.sequence());
            sent.put(flow.order(message), new Sent(flow.sequence(message), orderQty));
        } else {
            ask(Kind.CANCEL_TO_REENTER, message, 0);
            enter(message, book.isBuy(flow.order(message) + 1), wanted);
        }
    }
}
