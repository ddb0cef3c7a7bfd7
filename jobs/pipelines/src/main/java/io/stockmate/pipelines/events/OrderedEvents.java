package io.stockmate.pipelines.events;

import static io.stockmate.pipelines.runtime.EventSerializer.EVENT;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.kinesis.KinesisSource;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.EventPosition;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.LakeRowSerializer;
import io.stockmate.pipelines.runtime.Step;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/**
 * The stream {@code events} in a job: each event once, those of a symbol in order, by the rules of {@link OrderEvents}.
 *
 * @param events to be keyed by symbol again where keyed state is needed; {@code
 *     DataStreamUtils.reinterpretAsKeyedStream} does it without a shuffle
 * @param unreadable records that are no events, for the lake's dead letters. They stop nothing; but where one was meant
 *     to be an event with a seq, that seq is missing, and the job ends there
 */
public record OrderedEvents(SingleOutputStreamOperator<Event> events, DataStream<LakeRow> unreadable) {
    static final OutputTag<LakeRow> UNREADABLE = new OutputTag<>("unreadable-events", LakeRowSerializer.LAKE_ROW);

    /**
     * Reads the stream from Kinesis.
     *
     * @param source {@link io.stockmate.connectors.config.SourceSettings}; without state it is to begin at TRIM_HORIZON
     * @param order {@link OrderSettings}
     * @param rules of the market that writes the stream: every chain starts from them
     * @throws IllegalArgumentException if a group cannot be used
     */
    public static OrderedEvents read(
            StreamExecutionEnvironment environment, PropertyGroup source, PropertyGroup order, MarketRules rules) {
        return read(environment, source, rules, OrderSettings.of(order), OrderSettings.history(order, rules));
    }

    /**
     * As {@link #read(StreamExecutionEnvironment, PropertyGroup, PropertyGroup, MarketRules)}, with a history of
     * another kind.
     *
     * @throws IllegalArgumentException if the group cannot be used
     */
    public static OrderedEvents read(
            StreamExecutionEnvironment environment,
            PropertyGroup source,
            MarketRules rules,
            EarlyLimits limits,
            EventHistory history) {
        return of(
                Step.READ_EVENTS.describe(
                        KinesisSource.addTo(environment, source, Step.READ_EVENTS.uid(), Step.READ_EVENTS.title())),
                rules,
                limits,
                history);
    }

    /** As {@link #read}, from records that arrived in any other way. */
    public static OrderedEvents of(
            DataStream<ArrivedRecord> records, MarketRules rules, EarlyLimits limits, EventHistory history) {
        SingleOutputStreamOperator<Event> decoded = Step.DECODE_EVENTS.mark(
                records.forward().transform(Step.DECODE_EVENTS.title(), EVENT, new DecodeEvents()));
        decoded.setParallelism(records.getParallelism());
        SingleOutputStreamOperator<Event> ordered = Step.ORDER_EVENTS.mark(decoded.keyBy(Event::symbol, Types.STRING)
                .transform(
                        Step.ORDER_EVENTS.title(),
                        EVENT,
                        new OrderEvents(EventPosition.start(rules.hash()), limits, history)));
        return new OrderedEvents(ordered, decoded.getSideOutput(UNREADABLE));
    }
}
