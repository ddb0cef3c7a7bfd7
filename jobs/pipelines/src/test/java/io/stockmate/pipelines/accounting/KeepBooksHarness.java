package io.stockmate.pipelines.accounting;

import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.LakeRowSerializer;
import io.stockmate.pipelines.runtime.SubtaskHarness;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** One subtask of {@link KeepBooks}. */
final class KeepBooksHarness extends SubtaskHarness<Event, LakeRow> {
    private KeepBooksHarness(Backend backend, LedgerSettings settings, int parallelism, int subtask) throws Exception {
        super(new KeepBooks(settings), Event::symbol, LakeRowSerializer.LAKE_ROW, backend, parallelism, subtask);
    }

    static KeepBooksHarness start(Backend backend, LedgerSettings settings) throws Exception {
        KeepBooksHarness started = new KeepBooksHarness(backend, settings, 1, 0);
        started.open();
        return started;
    }

    /** One of {@code to} subtasks, from the state of {@code from} together. */
    static KeepBooksHarness rescale(
            Backend backend, LedgerSettings settings, OperatorSubtaskState state, int from, int to, int subtask)
            throws Exception {
        KeepBooksHarness rescaled = new KeepBooksHarness(backend, settings, to, subtask);
        rescaled.rescale(state, from, to, subtask);
        return rescaled;
    }

    List<Transaction> transactions() {
        return side(KeepBooks.TRANSACTIONS);
    }

    List<AccountingRecord> records() {
        return side(KeepBooks.RECORDS);
    }

    List<UsageRecord> usage() {
        return side(KeepBooks.METERED);
    }
}
