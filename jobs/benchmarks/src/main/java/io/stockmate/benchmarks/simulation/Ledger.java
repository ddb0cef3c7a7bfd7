package io.stockmate.benchmarks.simulation;

import io.stockmate.core.ledger.Transaction;
import java.util.Map;
import java.util.TreeMap;

/** The database of transactions: each id once, and the same again must say the same. */
final class Ledger {
    private final Map<String, Transaction> transactions = new TreeMap<>();

    /** An id came again with other content. */
    static final class Contradicted extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private Contradicted(String message) {
            super(message);
        }
    }

    /** @throws Contradicted if the id is known with other content */
    void post(String id, Transaction transaction) {
        Transaction before = transactions.putIfAbsent(id, transaction);
        if (before != null && !before.equals(transaction)) {
            throw new Contradicted(id + " was " + before + " and is " + transaction);
        }
    }

    Map<String, Transaction> transactions() {
        return transactions;
    }
}
