package io.stockmate.benchmarks.simulation;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.EventPosition;
import java.util.Map;

/** What the promises rest on. Tests break one at a time, to see that it is found. */
class Mechanisms {
    /** Whether a shard waits until the ends of its parents are part of a completed checkpoint. */
    boolean childrenWait() {
        return true;
    }

    /** The place of a reader that a checkpoint keeps. */
    int place(int read) {
        return read;
    }

    /** Whether all that is to be published is so before a checkpoint holds that it was. */
    boolean flushes() {
        return true;
    }

    /** Whether all transactions are in the database before a checkpoint holds that they are. */
    boolean posts() {
        return true;
    }

    /** Whether a transaction's rows are to come to light now. */
    boolean commitsOnce(Lake lake, Lake.Transaction transaction) {
        return lake.isNew(transaction);
    }

    /** Whether a job that goes on from a checkpoint commits what that holds uncommitted. */
    boolean commitsRestored() {
        return true;
    }

    /** The key of a transaction in the database. */
    String id(Transaction transaction) {
        return transaction.id();
    }

    /** A market's pieces, as a restored task finds them. */
    Map<String, byte[]> marketPieces(Map<String, byte[]> pieces) {
        return pieces;
    }

    /** The pieces of a consumer, as a restored task finds them. */
    Map<String, byte[]> consumerPieces(String consumer, Map<String, byte[]> pieces) {
        return pieces;
    }

    /** Where a restored reader of events goes on. */
    EventPosition position(EventPosition position) {
        return position;
    }

    /** Whether an event that came early is kept. */
    boolean keeps(Event early) {
        return true;
    }
}
