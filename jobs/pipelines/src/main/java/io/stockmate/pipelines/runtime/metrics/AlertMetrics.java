package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.AlertState;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the operator that watches symbols reports. Every kind is there from the start. */
public final class AlertMetrics {
    private final Map<AlertKind, Counter> raised = new EnumMap<>(AlertKind.class);
    private final Map<AlertKind, Counter> cleared = new EnumMap<>(AlertKind.class);
    private final Counter refused;
    private int symbols;

    public AlertMetrics(MetricGroup group) {
        for (AlertKind kind : AlertKind.values()) {
            raised.put(kind, counter(group, kind, AlertState.RAISED));
            cleared.put(kind, counter(group, kind, AlertState.CLEARED));
        }
        refused = group.counter(MetricNames.REFUSED_ALERTS);
        group.gauge(MetricNames.WATCHED_SYMBOLS, () -> symbols);
    }

    private static Counter counter(MetricGroup group, AlertKind kind, AlertState state) {
        return group.addGroup(MetricNames.KIND, kind.name())
                .addGroup(MetricNames.STATE, state.name())
                .counter(MetricNames.ALERTS);
    }

    public void alert(Alert alert) {
        Counter counter = (alert.state() == AlertState.RAISED ? raised : cleared).get(alert.kind());
        if (counter != null) {
            counter.inc();
        }
    }

    /** Alerts that no budget admitted. */
    public void refused(int count) {
        refused.inc(count);
    }

    /** How many are on the heap. */
    public void symbols(int count) {
        symbols = count;
    }
}
