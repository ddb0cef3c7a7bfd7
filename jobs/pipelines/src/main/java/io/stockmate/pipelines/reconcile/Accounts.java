package io.stockmate.pipelines.reconcile;

/**
 * The sums of the accounting identity, and what they were made of.
 *
 * @param records of the stream {@code commands}
 * @param events published, each counted once
 * @param repeats events that were published again
 * @param transfers rows of the lake
 */
public record Accounts(
        long symbols,
        long records,
        long accepted,
        long rejected,
        long repeated,
        long deadLetters,
        long events,
        long repeats,
        long trades,
        long restingOrders,
        long transfers) {
    static final Accounts NONE = new Accounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Accounts plus(Accounts other) {
        return new Accounts(
                symbols + other.symbols,
                records + other.records,
                accepted + other.accepted,
                rejected + other.rejected,
                repeated + other.repeated,
                deadLetters + other.deadLetters,
                events + other.events,
                repeats + other.repeats,
                trades + other.trades,
                restingOrders + other.restingOrders,
                transfers + other.transfers);
    }

    /** Whether records = accepted + rejected + repeated + dead letters. */
    public boolean addUp() {
        return records == accepted + rejected + repeated + deadLetters;
    }
}
