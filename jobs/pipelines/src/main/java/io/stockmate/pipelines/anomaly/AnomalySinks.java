package io.stockmate.pipelines.anomaly;

import io.stockmate.core.message.Alert;
import io.stockmate.lake.LakeRow;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the results of watching go.
 *
 * @param alerts alerts raised and cleared
 * @param lake the same, advice about them, and records of the stream that are no events
 */
public record AnomalySinks(Sink<Alert> alerts, Sink<LakeRow> lake) {}
