package io.stockmate.core.view;

/** An event has not come, and more wait for it than {@link EarlyLimits} allow. */
public final class MissingEvent extends BrokenSequence {
    private static final long serialVersionUID = 1;

    private static final String GONE =
            "If the stream no longer holds the beginning, start from a saved position, or with a history that does;"
                    + " if it is only late, raise the limits";
    private static final String LOST =
            "If it is only late, raise the limits and go on from the last checkpoint or saved position; if the stream"
                    + " lost it, let matching run again from a checkpoint before it, which publishes it once more";

    private final String problem;

    MissingEvent(String symbol, long seq, long early, long firstEarlySeq, long waitedMs, EarlyLimits limits) {
        this(
                symbol,
                seq,
                "it has not come, and " + early + " later ones wait for it, from seq " + firstEarlySeq + " on, over "
                        + waitedMs + " ms of arrivals; the limits are " + limits.count() + " events and "
                        + limits.arrivalTime().toMillis() + " ms. " + (seq == 1 ? GONE : LOST));
    }

    private MissingEvent(String symbol, long seq, String problem) {
        super(symbol, seq, problem);
        this.problem = problem;
    }

    /** The same where the event was looked for in another place too, and not found. */
    public MissingEvent notIn(String place) {
        return new MissingEvent(symbol(), seq(), problem + ". Nor is it in " + place);
    }
}
