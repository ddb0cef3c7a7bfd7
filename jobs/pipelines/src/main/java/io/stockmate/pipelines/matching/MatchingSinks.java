package io.stockmate.pipelines.matching;

import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the results of matching go.
 *
 * @param events all events, a symbol's in sequence
 * @param orderStatuses execution reports, cancel rejects and business rejects
 * @param lake all events, the command log and dead letters
 */
public record MatchingSinks(Sink<Event> events, Sink<Event> orderStatuses, Sink<LakeRow> lake) {}
