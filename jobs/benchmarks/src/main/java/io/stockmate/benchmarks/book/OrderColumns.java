package io.stockmate.benchmarks.book;

/** An {@link OrderFlow} that is filled message by message. */
final class OrderColumns implements OrderFlow {
    private static final Kind[] KINDS = Kind.values();
    private static final int BUY = 1;
    private static final int RESTS = 2;

    private final byte[] kinds;
    private final byte[] flags;
    private final long[] quantities;
    private final long[] sequences;
    private final long[] orders;
    private final long[] prices;
    private int size;

    OrderColumns(int capacity) {
        kinds = new byte[capacity];
        flags = new byte[capacity];
        quantities = new long[capacity];
        sequences = new long[capacity];
        orders = new long[capacity];
        prices = new long[capacity];
    }

    void add(Kind kind, boolean buy, boolean rests, long quantity, long sequence, long order, long price) {
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
