package io.stockmate.benchmarks.book;

/** What a book says to the messages of an {@link OrderFlow}; orders are the producer's ids. */
public interface BookReports {
    void accepted(long sequence, boolean buy, long order, long price, long quantity);

    /** @param price the resting order's, the maker's */
    void filled(long sequence, long price, long quantity, long maker, long taker);

    /** Also the rest of an immediate-or-cancel order. */
    void canceled(long sequence, boolean buy, long order, long price);

    /** @param price as asked, as the quantity; 0 where the message has none to ask for */
    void modified(long sequence, boolean buy, long order, long price, long quantity);

    void cancelRefused(long sequence, long order);

    void modifyRefused(long sequence, long order);

    void endMessage();
}
