package io.stockmate.pipelines.anomaly;

import static io.stockmate.pipelines.runtime.AlertSerializer.ALERT;
import static io.stockmate.pipelines.runtime.LakeRowSerializer.LAKE_ROW;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.Step;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** How the operators of the job are joined, whatever the source and the sinks. */
public final class AnomalyTopology {
    private static final long GRACE_MS = 1_000;

    /** Room, beside what is being asked about, for alerts that nobody is asked about; it is freed at once. */
    private static final int UNASKED_QUEUED = 64;

    private AnomalyTopology() {}

    /**
     * Watches the symbols of {@code events}, in whose order they were put: there is no second shuffle. The operator
     * that asks for advice is there also when nobody is asked, so that advice can be turned on and off on existing
     * state.
     */
    public static void build(
            OrderedEvents events, AnomalySettings settings, AdviceProperties advice, AnomalySinks sinks) {
        SingleOutputStreamOperator<Alert> alerts = Step.WATCH_SYMBOLS.mark(
                DataStreamUtils.reinterpretAsKeyedStream(events.events(), Event::symbol, Types.STRING)
                        .transform(Step.WATCH_SYMBOLS.title(), ALERT, new WatchSymbols(settings)));
        Step.PUBLISH_ALERTS.mark(alerts.sinkTo(sinks.alerts()));
        DataStream<LakeRow> rows =
                Step.RECORD_ALERTS.mark(alerts.map(alert -> (LakeRow) new LakeRow.OfAlert(alert), LAKE_ROW));
        Step.WRITE_LAKE.mark(
                rows.union(ask(alerts, advice), events.unreadable()).sinkTo(sinks.lake()));
    }

    /** What is answered; to be asked about is what is raised. */
    static DataStream<LakeRow> ask(DataStream<Alert> alerts, AdviceProperties advice) {
        return Step.ASK_FOR_ADVICE.mark(AsyncDataStream.unorderedWait(
                        alerts,
                        new AskForAdvice(advice.advisor(), advice.timeout(), advice.inFlightMax()),
                        advice.timeout().toMillis() + GRACE_MS,
                        TimeUnit.MILLISECONDS,
                        advice.inFlightMax() + UNASKED_QUEUED)
                .returns(LAKE_ROW));
    }
}
