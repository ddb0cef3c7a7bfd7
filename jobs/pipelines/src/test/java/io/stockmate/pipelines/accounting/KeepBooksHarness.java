package io.stockmate.pipelines.accounting;

import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.LakeRowSerializer;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One subtask of {@link KeepBooks}. */
final class KeepBooksHarness implements AutoCloseable {
    static final int MAX_PARALLELISM = 128;

    private final KeyedOneInputStreamOperatorTestHarness<String, Event, LakeRow> harness;

    private KeepBooksHarness(Backend backend, LedgerSettings settings, int parallelism, int subtask) throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeepBooks(settings), Event::symbol, Types.STRING, MAX_PARALLELISM, parallelism, subtask);
        harness.setStateBackend(backend.create());
        harness.setup(LakeRowSerializer.LAKE_ROW.createSerializer(new SerializerConfigImpl()));
    }

    static KeepBooksHarness start(Backend backend, LedgerSettings settings) throws Exception {
        KeepBooksHarness started = new KeepBooksHarness(backend, settings, 1, 0);
        started.harness.open();
        return started;
    }

    /** One of {@code to} subtasks, from the state of {@code from} together. */
    static KeepBooksHarness rescale(
            Backend backend, LedgerSettings settings, OperatorSubtaskState state, int from, int to, int subtask)
            throws Exception {
        KeepBooksHarness rescaled = new KeepBooksHarness(backend, settings, to, subtask);
        rescaled.harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(state, MAX_PARALLELISM, from, to, subtask));
        rescaled.harness.open();
        return rescaled;
    }

    void process(Event event) throws Exception {
        harness.processElement(new StreamRecord<>(event));
    }

    OperatorSubtaskState snapshot(long checkpoint) throws Exception {
        return harness.snapshot(checkpoint, checkpoint);
    }

    List<LakeRow> rows() {
        return harness.extractOutputValues();
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

    private <T> List<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> output = harness.getSideOutput(tag);
        return output == null
                ? List.of()
                : output.stream().map(StreamRecord::getValue).toList();
    }

    int keysWithState() {
        return harness.numKeyedStateEntries();
    }

    int timers() {
        return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
