package io.stockmate.benchmarks.book;

import static io.stockmate.core.message.SelfTradePrevention.NONE;

import io.stockmate.core.book.Book;
import io.stockmate.core.book.BookListener;
import io.stockmate.core.message.Side;

/** The market's book. An order's number in the book is the producer's id and one, as numbers are positive. */
public final class MarketBook implements BookEngine, BookListener {
    private static final int ACCOUNT = 1;

    private final Book book;
    private final BookReports reports;
    private long sequence;

    public MarketBook(Book book, BookReports reports) {
        this.book = book;
        this.reports = reports;
    }

    @Override
    public void apply(OrderFlow flow, int message) {
        sequence = flow.sequence(message);
        long order = flow.order(message);
        switch (flow.kind(message)) {
            case NEW -> enterNew(flow, message, order);
            case CANCEL -> cancel(order);
            case MODIFY, MOVE_PRICE, REDUCE_BY -> change(flow, message, order);
        }
    }

    private void enterNew(OrderFlow flow, int message, long order) {
        boolean buy = flow.isBuy(message);
        long price = flow.price(message);
        reports.accepted(sequence, buy, order, price, flow.quantity(message));
        long left = enter(order, side(buy), price, flow.quantity(message), flow.rests(message));
        if (left > 0 && !flow.rests(message)) {
            reports.canceled(sequence, buy, order, price);
        }
    }

    private void cancel(long order) {
        long price = book.price(order + 1);
        if (price == 0) {
            reports.cancelRefused(sequence, order);
            return;
        }
        boolean buy = book.isBuy(order + 1);
        book.remove(order + 1);
        reports.canceled(sequence, buy, order, price);
    }

    private void change(OrderFlow flow, int message, long order) {
        long left = book.quantity(order + 1);
        if (left == 0) {
            reports.modifyRefused(sequence, order);
            return;
        }
        boolean buy = book.isBuy(order + 1);
        long quantity = flow.quantity(message);
        switch (flow.kind(message)) {
            case MODIFY -> {
                book.reenter(order + 1, flow.price(message), quantity, NONE, this);
                reports.modified(sequence, buy, order, flow.price(message), quantity);
            }
            case MOVE_PRICE -> {
                book.reenter(order + 1, flow.price(message), left, NONE, this);
                reports.modified(sequence, buy, order, flow.price(message), 0);
            }
            case REDUCE_BY -> {
                if (quantity < left) {
                    book.reduce(order + 1, left - quantity);
                } else {
                    book.remove(order + 1);
                }
                reports.modified(sequence, buy, order, 0, 0);
            }
            case NEW, CANCEL -> throw new IllegalArgumentException("no change: " + flow.kind(message));
        }
    }

    private long enter(long order, Side side, long price, long quantity, boolean rests) {
        return book.enter(order + 1, ACCOUNT, side, price, quantity, NONE, rests, this);
    }

    private static Side side(boolean buy) {
        return buy ? Side.BUY : Side.SELL;
    }

    @Override
    public void traded(long resting, long incoming, long price, long quantity, long restingLeft, long incomingLeft) {
        reports.filled(sequence, price, quantity, resting - 1, incoming - 1);
    }

    @Override
    public void restingRemoved(long resting, long incoming, long quantity) {
        throw preventionWasOff();
    }

    @Override
    public void restingReduced(long resting, long incoming, long by, long left) {
        throw preventionWasOff();
    }

    @Override
    public void incomingRemoved(long resting, long incoming, long quantity) {
        throw preventionWasOff();
    }

    @Override
    public void incomingReduced(long resting, long incoming, long by, long left) {
        throw preventionWasOff();
    }

    private static IllegalStateException preventionWasOff() {
        return new IllegalStateException("self-trade prevention acted though it was NONE");
    }
}
