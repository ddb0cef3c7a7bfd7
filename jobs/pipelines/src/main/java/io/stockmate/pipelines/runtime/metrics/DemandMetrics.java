package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.pipelines.runtime.MetricNames;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the operator that plans demand reports. Every action is there from the start. */
public final class DemandMetrics {
    private final Map<SuggestedAction, Counter> suggestions = new EnumMap<>(SuggestedAction.class);
    private final Counter scores;
    private final Counter lateFacts;
    private final Counter policiesNotKept;

    public DemandMetrics(MetricGroup group) {
        for (SuggestedAction action : SuggestedAction.values()) {
            suggestions.put(
                    action, group.addGroup(MetricNames.ACTION, action.name()).counter(MetricNames.SUGGESTIONS));
        }
        scores = group.counter(MetricNames.FORECAST_SCORES);
        lateFacts = group.counter(MetricNames.LATE_FACTS);
        policiesNotKept = group.counter(MetricNames.POLICIES_NOT_KEPT);
    }

    public void suggestion(ReplenishmentSuggestion suggestion) {
        Counter counter = suggestions.get(suggestion.action());
        if (counter != null) {
            counter.inc();
        }
    }

    public void score() {
        scores.inc();
    }

    public void tooLate() {
        lateFacts.inc();
    }

    public void notPlanned() {
        policiesNotKept.inc();
    }
}
