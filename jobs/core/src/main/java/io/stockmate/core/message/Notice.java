package io.stockmate.core.message;

/** What the stream {@code alerts} holds: something that a person should look at or decide. */
public sealed interface Notice extends Described permits Alert, ReplenishmentSuggestion {
    /** The value of {@code type} in JSON. */
    String wireName();

    String symbol();

    /** Book time, epoch milliseconds UTC. */
    long ts();
}
