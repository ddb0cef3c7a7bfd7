package io.stockmate.benchmarks.book;

/** A flow of orders into one book, in columns; a message is named by its place, from 0. */
public interface OrderFlow {
    int size();

    Kind kind(int message);

    boolean isBuy(int message);

    /** False for immediate-or-cancel. */
    boolean rests(int message);

    long quantity(int message);

    /** Of the message, as the reports carry it. */
    long sequence(int message);

    /** The producer's id, not negative, which may be used again after its order is gone. */
    long order(int message);

    /** In ticks. */
    long price(int message);

    /** What a message asks for; the order is that of the file's codes. */
    enum Kind {
        NEW,
        CANCEL,
        /** Cancel and re-entry with another price and quantity. */
        MODIFY,
        /** Cancel and re-entry of what is left at another price. */
        MOVE_PRICE,
        /** Takes off quantity and keeps the place. */
        REDUCE_BY
    }
}
