package io.stockmate.benchmarks.simulation;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;

/** Where a task's results go. */
interface Outbox {
    /** To the lake, with the checkpoint. */
    void row(String table, String symbol, Object content);

    /** To the stream of events, at least once and not always in order. */
    void publish(Event event);

    /** To the database, at least once. */
    void post(Transaction transaction);
}
