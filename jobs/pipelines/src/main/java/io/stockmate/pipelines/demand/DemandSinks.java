package io.stockmate.pipelines.demand;

import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.lake.LakeRow;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the results of planning go.
 *
 * @param alerts suggestions
 * @param lake forecasts, scores and suggestions, and records of the stream that are no events
 */
public record DemandSinks(Sink<ReplenishmentSuggestion> alerts, Sink<LakeRow> lake) {}
