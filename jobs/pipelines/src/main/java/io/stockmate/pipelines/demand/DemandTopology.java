package io.stockmate.pipelines.demand;

import static io.stockmate.pipelines.runtime.LakeRowSerializer.LAKE_ROW;

import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.Step;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** How the operators of the job are joined, whatever the source and the sinks. */
public final class DemandTopology {
    private DemandTopology() {}

    /** Plans for the symbols of {@code events}, in whose order they were put: there is no second shuffle. */
    public static void build(OrderedEvents events, DemandSettings settings, DemandSinks sinks) {
        SingleOutputStreamOperator<LakeRow> rows = Step.PLAN_DEMAND.mark(
                DataStreamUtils.reinterpretAsKeyedStream(events.events(), Event::symbol, Types.STRING)
                        .transform(Step.PLAN_DEMAND.title(), LAKE_ROW, new PlanDemand(settings)));
        Step.PUBLISH_SUGGESTIONS.mark(rows.getSideOutput(PlanDemand.SUGGESTIONS).sinkTo(sinks.alerts()));
        Step.WRITE_LAKE.mark(rows.union(events.unreadable()).sinkTo(sinks.lake()));
    }
}
