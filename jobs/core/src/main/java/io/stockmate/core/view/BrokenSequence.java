package io.stockmate.core.view;

/** The events of a symbol cannot be handed on in order. Reading on does not help; the message says what does. */
public abstract sealed class BrokenSequence extends RuntimeException permits MissingEvent, ContradictedEvent {
    private static final long serialVersionUID = 1;

    private final String symbol;
    private final long seq;

    BrokenSequence(String symbol, long seq, String problem) {
        super("events of " + symbol + ", seq " + seq + ": " + problem);
        this.symbol = symbol;
        this.seq = seq;
    }

    public String symbol() {
        return symbol;
    }

    /** Of the first event that cannot be handed on. */
    public long seq() {
        return seq;
    }
}
