package io.stockmate.pipelines.events;

/** What a history holds of a symbol is not what happened. */
public final class UnusableHistory extends Exception {
    private static final long serialVersionUID = 1;

    UnusableHistory(String symbol, long seq, String place, String problem) {
        super("events of " + symbol + ", before seq " + seq + ", are not in the stream and cannot be had from " + place
                + ": " + problem + ". Mend it ('stockmate reconcile' names what is wrong), or start from a savepoint");
    }
}
