package io.stockmate.benchmarks.matching;

import java.util.Arrays;

/** What is sent for each message of a flow, in columns; a command is named by its place, from 0. */
final class CommandColumns {
    /** Stands for the clOrdId of an order that nobody has heard of. */
    static final long NO_ORIGINAL = -1;

    private static final Kind[] KINDS = Kind.values();

    private byte[] kinds;
    private boolean[] buys;
    private int[] messages;
    private long[] quantities;
    private long[] originals;
    private int size;

    CommandColumns(int capacity) {
        kinds = new byte[capacity];
        buys = new boolean[capacity];
        messages = new int[capacity];
        quantities = new long[capacity];
        originals = new long[capacity];
    }

    /** What a command asks for. */
    enum Kind {
        ENTER,
        CANCEL,
        /** The first half of a change that a replacement would not make: at once the order enters anew. */
        CANCEL_TO_REENTER,
        REPLACE
    }

    /**
     * @param quantity the order's in all; 0 for a cancel
     * @param original sequence of the message that brought or last changed the order; {@link #NO_ORIGINAL} for none
     */
    void add(Kind kind, int message, boolean buy, long quantity, long original) {
        if (size == kinds.length) {
            grow();
        }
        kinds[size] = (byte) kind.ordinal();
        buys[size] = buy;
        messages[size] = message;
        quantities[size] = quantity;
        originals[size] = original;
        size++;
    }

    private void grow() {
        int capacity = size + size / 4 + 16;
        kinds = Arrays.copyOf(kinds, capacity);
        buys = Arrays.copyOf(buys, capacity);
        messages = Arrays.copyOf(messages, capacity);
        quantities = Arrays.copyOf(quantities, capacity);
        originals = Arrays.copyOf(originals, capacity);
    }

    int size() {
        return size;
    }

    Kind kind(int command) {
        return KINDS[kinds[command]];
    }

    boolean isBuy(int command) {
        return buys[command];
    }

    /** The message of the flow that it comes from. */
    int message(int command) {
        return messages[command];
    }

    long quantity(int command) {
        return quantities[command];
    }

    long original(int command) {
        return originals[command];
    }
}
