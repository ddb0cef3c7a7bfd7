package io.stockmate.pipelines.anomaly;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.pipelines.runtime.AlertSerializer;
import io.stockmate.pipelines.runtime.Backend;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One subtask of {@link WatchSymbols}. */
final class WatchSymbolsHarness implements AutoCloseable {
    static final int MAX_PARALLELISM = 128;

    private final KeyedOneInputStreamOperatorTestHarness<String, Event, Alert> harness;

    private WatchSymbolsHarness(Backend backend, int parallelism, int subtask) throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new WatchSymbols(AnomalySettings.DEFAULT),
                Event::symbol,
                Types.STRING,
                MAX_PARALLELISM,
                parallelism,
                subtask);
        harness.setStateBackend(backend.create());
        harness.setup(AlertSerializer.ALERT.createSerializer(new SerializerConfigImpl()));
    }

    static WatchSymbolsHarness start(Backend backend) throws Exception {
        WatchSymbolsHarness started = new WatchSymbolsHarness(backend, 1, 0);
        started.harness.open();
        return started;
    }

    /** One of {@code to} subtasks, from the state of {@code from} together. */
    static WatchSymbolsHarness rescale(Backend backend, OperatorSubtaskState state, int from, int to, int subtask)
            throws Exception {
        WatchSymbolsHarness rescaled = new WatchSymbolsHarness(backend, to, subtask);
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

    List<Alert> alerts() {
        return harness.extractOutputValues();
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
