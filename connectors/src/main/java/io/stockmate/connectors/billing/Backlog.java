package io.stockmate.connectors.billing;

/**
 * Rows of the outbox by what is to become of them. The last five need a person.
 *
 * @param confirmed counted, once
 * @param waiting to be sent, or sent again, when this is next done or their time comes
 * @param unconfirmed sent so long ago that sending again might count twice: look them up at the provider
 * @param tooOld never sent, and the provider takes nothing from so long ago
 * @param withoutCustomer whose account the provider knows by no name: add it to {@code billing.customer}
 * @param refused what the provider will not have, for the reason in {@code refusal}
 * @param beforeStart never sent from here, and of hours before the first sender started, which another outbox may have
 *     had billed: where none has, set {@code billing.start} to an earlier hour
 */
public record Backlog(
        long confirmed,
        long waiting,
        long unconfirmed,
        long tooOld,
        long withoutCustomer,
        long refused,
        long beforeStart) {
    /** An empty outbox. */
    public static final Backlog NOTHING = new Backlog(0, 0, 0, 0, 0, 0, 0);

    /** Whether as many rows need a person, for the same reasons. */
    public boolean needsTheSame(Backlog other) {
        return unconfirmed == other.unconfirmed
                && tooOld == other.tooOld
                && withoutCustomer == other.withoutCustomer
                && refused == other.refused
                && beforeStart == other.beforeStart;
    }

    /** Whether a person is needed. */
    public boolean needsAttention() {
        return unconfirmed + tooOld + withoutCustomer + refused + beforeStart > 0;
    }
}
