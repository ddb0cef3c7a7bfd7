package io.stockmate.benchmarks.matching;

import io.stockmate.benchmarks.book.OrderFlow;
import java.util.ArrayList;
import java.util.List;

/** A flow of orders written down one by one; sequences are counted from 1. */
final class WrittenFlow implements OrderFlow {
    private record Message(
            Kind kind, boolean buy, boolean rests, long quantity, long sequence, long order, long price) {}

    private final List<Message> messages = new ArrayList<>();

    WrittenFlow buy(long order, long quantity, long price) {
        return add(Kind.NEW, true, true, quantity, order, price);
    }

    WrittenFlow sell(long order, long quantity, long price) {
        return add(Kind.NEW, false, true, quantity, order, price);
    }

    WrittenFlow sellAtOnce(long order, long quantity, long price) {
        return add(Kind.NEW, false, false, quantity, order, price);
    }

    WrittenFlow cancel(long order) {
        return add(Kind.CANCEL, false, true, 0, order, 0);
    }

    /** With a side of which nothing is to be read. */
    WrittenFlow modify(long order, long quantity, long price) {
        return add(Kind.MODIFY, false, true, quantity, order, price);
    }

    WrittenFlow move(long order, long price) {
        return add(Kind.MOVE_PRICE, false, true, 0, order, price);
    }

    WrittenFlow reduce(long order, long by) {
        return add(Kind.REDUCE_BY, false, true, by, order, 0);
    }

    /** The last message once more, under its own sequence. */
    WrittenFlow again() {
        messages.add(messages.get(messages.size() - 1));
        return this;
    }

    private WrittenFlow add(Kind kind, boolean buy, boolean rests, long quantity, long order, long price) {
        messages.add(new Message(kind, buy, rests, quantity, messages.size() + 1L, order, price));
        return this;
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public Kind kind(int message) {
        return messages.get(message).kind();
    }

    @Override
    public boolean isBuy(int message) {
        return messages.get(message).buy();
    }

    @Override
    public boolean rests(int message) {
        return messages.get(message).rests();
    }

    @Override
    public long quantity(int message) {
        return messages.get(message).quantity();
    }

    @Override
    public long sequence(int message) {
        return messages.get(message).sequence();
    }

    @Override
    public long order(int message) {
        return messages.get(message).order();
    }

    @Override
    public long price(int message) {
        return messages.get(message).price();
    }
}
