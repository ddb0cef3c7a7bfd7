package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the operator that plans demand reports. Every action and every model is there from the start. */
public final class DemandMetrics {
    private final Map<SuggestedAction, Counter> suggestions = new EnumMap<>(SuggestedAction.class);
    private final Map<ForecastModel, Counter> errors = new EnumMap<>(ForecastModel.class);
    private final Map<ForecastModel, Counter> demands = new EnumMap<>(ForecastModel.class);
    private final Counter scores;
    private final Counter lateFacts;
    private final Counter policiesNotKept;

    public DemandMetrics(MetricGroup group) {
        for (SuggestedAction action : SuggestedAction.values()) {
            suggestions.put(
                    action, group.addGroup(MetricNames.ACTION, action.name()).counter(MetricNames.SUGGESTIONS));
        }
        for (ForecastModel model : ForecastModel.values()) {
            MetricGroup ofModel = group.addGroup(MetricNames.MODEL, model.name());
            errors.put(model, ofModel.counter(MetricNames.FORECAST_ERROR));
            demands.put(model, ofModel.counter(MetricNames.SCORED_DEMAND));
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

    /** A model that had nothing to go by has made no error. */
    public void score(ForecastScore score) {
        scores.inc();
        Counter error = errors.get(score.model());
        Counter demand = demands.get(score.model());
        if (score.error() != Absent.NUMBER && error != null && demand != null) {
            error.inc(Math.abs(score.error()));
            demand.inc(score.demand());
        }
    }

    public void tooLate() {
        lateFacts.inc();
    }

    public void notPlanned() {
        policiesNotKept.inc();
    }
}
