package io.stockmate.benchmarks.book;

import java.util.Arrays;

/** An {@link OrderFlow} that is filled message by message. */
final class OrderColumns implements OrderFlow {
    private static final Kind[] KINDS = Kind.values();
    private static final int BUY = 1;
    private static final int RESTS = 2;

    private byte[] kinds;
    private byte[] flags;
    private long[] quantities;
    private long[] sequences;
    private long[] orders;
    private long[] prices;
    private int size;

    /** @param capacity how many messages to make room for at first */
    OrderColumns(int capacity) {
        kinds = new byte[capacity];
        flags = new byte[capacity];
        quantities = new long[capacity];
        sequences = new long[capacity];
        orders = new long[capacity];
        prices = new long[capacity];
    }

    private void grow() {
        int capacity = Math.max(1, 2 * size);
        kinds = Arrays.copyOf(kinds, capacity);
        flags = Arrays.copyOf(flags, capacity);
        quantities = Arrays.copyOf(quantities, capacity);
        sequences = Arrays.copyOf(sequences, capacity);
        orders = Arrays.copyOf(orders, capacity);
        prices = Arrays.copyOf(prices, capacity);
    }

    void add(Kind kind, boolean buy, boolean rests, long quantity, long sequence, long order, long price) {
        if (size == kinds.length) {
            grow();
        }
        kinds[size] = (byte) kind.ordinal();
        flags[size] = (byte) ((buy ? BUY : 0) | (rests ? RESTS : 0));
        quantities[size] = quantity;
        sequences[size] = sequence;
        orders[size] = order;
        prices[size] = price;
        size++;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Kind kind(int message) {
        return KINDS[kinds[message]];
    }

    @Override
    public boolean isBuy(int message) {
        return (flags[message] & BUY) != 0;
    }

    @Override
    public boolean rests(int message) {
        return (flags[message] & RESTS) != 0;
    }

    @Override
    public long quantity(int message) {
        return quantities[message];
    }

    @Override
    public long sequence(int message) {
        return sequences[message];
    }

    @Override
    public long order(int message) {
        return orders[message];
    }

    @Override
    public long price(int message) {
        return prices[message];
    }
}
