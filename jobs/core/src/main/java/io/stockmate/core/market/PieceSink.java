package io.stockmate.core.market;

/** Receives the pieces of a market's state that changed since the last time. */
public interface PieceSink {
    /** The bytes are the receiver's to keep. */
    void put(String piece, byte[] bytes);

    void remove(String piece);
}
