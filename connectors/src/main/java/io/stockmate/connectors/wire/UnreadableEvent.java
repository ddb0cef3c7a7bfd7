package io.stockmate.connectors.wire;

/** A record that is no event of this version. The message says what is wrong and shows the record's beginning. */
public final class UnreadableEvent extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private static final int SHOWN_MAX = 200;

    UnreadableEvent(String problem, byte[] data, Throwable cause) {
        super("no readable event: " + problem + "; the record begins " + Printable.beginning(data, SHOWN_MAX), cause);
    }
}
