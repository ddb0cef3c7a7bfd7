package io.stockmate.core.ledger;

import io.stockmate.core.message.UsageRecord;

/** Takes what the events of a symbol come to in the books. */
public interface LedgerSink {
    void transaction(Transaction transaction);

    void usage(UsageRecord usage);
}
