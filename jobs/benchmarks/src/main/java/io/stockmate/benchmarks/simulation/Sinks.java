package io.stockmate.benchmarks.simulation;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;

/** What outlives every job: the stream of events, the lake and the database. */
final class Sinks {
    private final Topic<Event> events;
    private final Lake lake = new Lake();
    private final Ledger ledger = new Ledger();
    private long published;
    private long taken;

    Sinks(Topic<Event> events) {
        this.events = events;
    }

    void publish(Event event) {
        published++;
        events.of(event.symbol()).records().add(event);
    }

    void commit(Lake.Transaction transaction, Mechanisms mechanisms) {
        if (mechanisms.commitsOnce(lake, transaction)) {
            lake.add(transaction.rows());
        }
    }

    void post(Transaction transaction, Mechanisms mechanisms) {
        ledger.post(mechanisms.id(transaction), transaction);
    }

    Topic<Event> events() {
        return events;
    }

    Lake lake() {
        return lake;
    }

    Ledger ledger() {
        return ledger;
    }

    /** How many events were put into the stream, repeats included. */
    long published() {
        return published;
    }

    void taken() {
        taken++;
    }

    /** How many events jobs have taken from the stream, again where a crash undid it. */
    long eventsTaken() {
        return taken;
    }
}
