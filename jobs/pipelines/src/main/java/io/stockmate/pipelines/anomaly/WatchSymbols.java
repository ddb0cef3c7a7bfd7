package io.stockmate.pipelines.anomaly;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.anomaly.SymbolWatch;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.pipelines.runtime.metrics.AlertMetrics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Watches each symbol and sends on what is raised and cleared. Watches live on the heap while their symbols are heard
 * of; the keyed state holds them as of the last snapshot, in pieces, and a snapshot writes only the pieces that changed
 * since. There are no timers: book time comes with the events.
 */
@SuppressWarnings("NullAway.Init") // open() and initializeState() set what the workers need
final class WatchSymbols extends AbstractStreamOperator<Alert> implements OneInputStreamOperator<Event, Alert> {
    private final AnomalySettings settings;

    private transient Watches watches;
    private transient AcceptedCommands accepted;
    private transient AlertMetrics reported;
    private transient List<Alert> alerts;

    WatchSymbols(AnomalySettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        MapState<String, byte[]> pieces = context.getKeyedStateStore().getMapState(Watches.descriptor());
        watches = new Watches(settings, pieces, Watches.RESIDENTS_MAX);
    }

    @Override
    public void open() throws Exception {
        super.open();
        accepted = new AcceptedCommands();
        alerts = new ArrayList<>();
        reported = new AlertMetrics(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<Event> element) throws Exception {
        Event event = element.getValue();
        if (event.seq() == 0) {
            return;
        }
        SymbolWatch watch = watches.of(event.symbol());
        watch.apply(event, accepted.configuration(event), alerts::add);
        reported.symbols(watches.size());
        reported.refused(watch.refused());
        for (Alert alert : alerts) {
            reported.alert(alert);
            output.collect(new StreamRecord<>(alert));
        }
        alerts.clear();
    }

    /** What is written to keyed state here belongs to the same checkpoint. */
    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        watches.writeChanges(this::setCurrentKey);
    }
}
