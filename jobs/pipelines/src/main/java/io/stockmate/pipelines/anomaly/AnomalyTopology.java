package io.stockmate.pipelines.anomaly;

import static io.stockmate.pipelines.runtime.AlertSerializer.ALERT;
import static io.stockmate.pipelines.runtime.LakeRowSerializer.LAKE_ROW;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.Step;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** How the operators of the job are joined, whatever the source and the sinks. */
public final class AnomalyTopology {
    private AnomalyTopology() {}

    /** Watches the symbols of {@code events}, in whose order they were put: there is no second shuffle. */
    public static void build(OrderedEvents events, AnomalySettings settings, AnomalySinks sinks) {
        SingleOutputStreamOperator<Alert> alerts = Step.WATCH_SYMBOLS.mark(
                DataStreamUtils.reinterpretAsKeyedStream(events.events(), Event::symbol, Types.STRING)
                        .transform(Step.WATCH_SYMBOLS.title(), ALERT, new WatchSymbols(settings)));
        Step.PUBLISH_ALERTS.mark(alerts.sinkTo(sinks.alerts()));
        DataStream<LakeRow> rows =
                Step.RECORD_ALERTS.mark(alerts.map(alert -> (LakeRow) new LakeRow.OfAlert(alert), LAKE_ROW));
        Step.WRITE_LAKE.mark(rows.union(events.unreadable()).sinkTo(sinks.lake()));
    }
}
