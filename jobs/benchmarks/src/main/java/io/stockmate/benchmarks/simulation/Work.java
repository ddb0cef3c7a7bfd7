package io.stockmate.benchmarks.simulation;

/** What a task does with the records of its keys. */
interface Work<T> {
    void take(T record, Outbox out);

    /** Writes what changed since the last time to the keyed state. */
    void snapshot();
}
