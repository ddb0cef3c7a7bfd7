package io.stockmate.core.view;

/** An event has not come, and more wait for it than {@link EarlyLimits} allow. */
public final class MissingEvent extends BrokenSequence {
    private static final long serialVersionUID = 1;

    MissingEvent(String symbol, long seq, long early, long firstEarlySeq, long bookTimeMs, EarlyLimits limits) {
        super(
                symbol,
                seq,
                "it has not come, and " + early + " later ones wait for it, from seq " + firstEarlySeq + " on, over "
                        + bookTimeMs + " ms of book time; the limits are " + limits.count() + " events and "
                        + limits.bookTime().toMillis() + " ms. " + (seq == 1 ? GONE : LOST));
    }

    private static final String GONE =
            "If the stream no longer holds the beginning, start from a saved position, or with a history that does;"
                    + " if it is only late, raise the limits";
    private static final String LOST =
            "If it is only late, raise the limits and go on from the last checkpoint or saved position; if the stream"
                    + " lost it, let matching run again from a checkpoint before it, which publishes it once more";
}
