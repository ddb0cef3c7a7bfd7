package io.stockmate.benchmarks.book;

import io.stockmate.core.book.Book;
import java.util.Random;

/**
 * A flow of one message, which is another one at random whenever it is asked for: few orders and prices, so that they
 * meet; ids that rest and ids that do not; now and then a price far away.
 */
final class RandomMessage implements OrderFlow {
    private static final int IDS = 48;
    private static final int TICKS = 9;
    private static final int QUANTITY_AT_MOST = 20;
    private static final long SWEEP_QUANTITY = 1_000_000_000;
    private static final long HIGHEST = 2_000_000;

    private final Random random;
    private final long middle;
    private Kind kind = Kind.NEW;
    private boolean buy;
    private boolean rests;
    private long quantity;
    private long sequence;
    private long order;
    private long price;

    RandomMessage(long seed) {
        random = new Random(seed);
        middle = 2 * TICKS + random.nextInt(1_000_000);
    }

    /** @param book by whose orders the message is chosen: an id that rests is not used for a new order */
    void next(Book book) {
        sequence++;
        order = random.nextInt(IDS);
        buy = random.nextBoolean();
        price = price();
        quantity = 1 + random.nextInt(QUANTITY_AT_MOST);
        rests = random.nextInt(5) > 0;
        if (book.quantity(order + 1) == 0 && random.nextInt(10) > 0) {
            kind = Kind.NEW;
        } else {
            kind = Kind.values()[1 + random.nextInt(Kind.values().length - 1)];
        }
    }

    private long price() {
        int choice = random.nextInt(100);
        if (choice == 0) {
            return 1 + random.nextInt(3);
        } else if (choice == 1) {
            return HIGHEST - random.nextInt(3);
        }
        return middle - TICKS + random.nextInt(2 * TICKS + 1);
    }

    /** Takes all that rests on a side, so that the reports tell what it was. */
    void sweep(boolean buys) {
        sequence++;
        kind = Kind.NEW;
        order = IDS;
        buy = buys;
        rests = false;
        quantity = SWEEP_QUANTITY;
        price = buys ? HIGHEST : 1;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Kind kind(int message) {
        return kind;
    }

    @Override
    public boolean isBuy(int message) {
        return buy;
    }

    @Override
    public boolean rests(int message) {
        return rests;
    }

    @Override
    public long quantity(int message) {
        return quantity;
    }

    @Override
    public long sequence(int message) {
        return sequence;
    }

    @Override
    public long order(int message) {
        return order;
    }

    @Override
    public long price(int message) {
        return price;
    }

    @Override
    public String toString() {
        return "message " + sequence + ": " + kind + " " + (buy ? "BUY" : "SELL") + (rests ? " " : " IOC ") + quantity
                + " of order " + order + " @ " + price;
    }
}
