package io.stockmate.connectors.billing;

/**
 * Rows of the outbox by what is to become of them. The last four need a person.
 *
 * @param confirmed counted, once
 * @param waiting to be sent, or sent again, when this is next done or their time comes
 * @param unconfirmed sent so long ago that sending again might count twice: look them up at the provider
 * @param tooOld never sent, and the provider takes nothing from so long ago
 * @param withoutCustomer whose account the provider knows by no name: add it to {@code billing.customer}
 * @param refused what the provider will not have, for the reason in {@code refusal}
 */
public record Backlog(long confirmed, long waiting, long unconfirmed, long tooOld, long withoutCustomer, long refused) {
    /** Whether a person is needed. */
    public boolean needsAttention() {
        return unconfirmed + tooOld + withoutCustomer + refused > 0;
    }
}
