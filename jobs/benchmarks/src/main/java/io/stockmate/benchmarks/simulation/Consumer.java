package io.stockmate.benchmarks.simulation;

import io.stockmate.core.message.Event;

/** The rules of a job that reads events: given those of all symbols, each once, those of a symbol in order. */
interface Consumer {
    /** Of the rows in the lake. */
    String table();

    void apply(Event event, Outbox out);

    /** Writes what changed since the last time to the keyed state. */
    void snapshot();
}
