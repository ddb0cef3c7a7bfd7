package io.stockmate.pipelines.anomaly;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.pipelines.runtime.AlertSerializer;
import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.SubtaskHarness;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** One subtask of {@link WatchSymbols}. */
final class WatchSymbolsHarness extends SubtaskHarness<Event, Alert> {
    private WatchSymbolsHarness(Backend backend, int parallelism, int subtask) throws Exception {
        super(
                new WatchSymbols(AnomalySettings.DEFAULT),
                Event::symbol,
                AlertSerializer.ALERT,
                backend,
                parallelism,
                subtask);
    }

    static WatchSymbolsHarness start(Backend backend) throws Exception {
        WatchSymbolsHarness started = new WatchSymbolsHarness(backend, 1, 0);
        started.open();
        return started;
    }

    /** One of {@code to} subtasks, from the state of {@code from} together. */
    static WatchSymbolsHarness rescale(Backend backend, OperatorSubtaskState state, int from, int to, int subtask)
            throws Exception {
        WatchSymbolsHarness rescaled = new WatchSymbolsHarness(backend, to, subtask);
        rescaled.rescale(state, from, to, subtask);
        return rescaled;
    }
}
