package io.stockmate.core.message;

/** What the delivery stream {@code accounting} holds. */
public sealed interface AccountingRecord extends Described permits Transfer, UsageRecord {
    /** The value of {@code type} in JSON. */
    String wireName();

    String symbol();

    /** Book time, epoch milliseconds UTC. */
    long ts();
}
