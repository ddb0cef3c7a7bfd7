package io.stockmate.pipelines.matching;

import static io.stockmate.pipelines.runtime.EventSerializer.EVENT;
import static io.stockmate.pipelines.runtime.LakeRowSerializer.LAKE_ROW;

import io.stockmate.connectors.firehose.OrderStatusSink;
import io.stockmate.connectors.kinesis.ArrivedRecordType;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.Step;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** How the operators of matching are joined, whatever the source and the sinks. */
public final class MatchingTopology {
    private MatchingTopology() {}

    /**
     * Matches the commands in {@code records}. A symbol's order is that of its records, so up to the shuffle by symbol
     * everything is forward-only, at the parallelism of the source.
     */
    public static void build(DataStream<ArrivedRecord> records, MarketRules rules, MatchingSinks sinks) {
        SingleOutputStreamOperator<Inbound> commands = decode(records);
        build(commands, commands.getSideOutput(LakeRows.DEAD_LETTERS), rules, sinks);
    }

    /**
     * Matches mirrored commands as they were matched where they come from: at their time, with the same events. A
     * symbol's order is that of its records, which are shuffled by their partition key first.
     */
    public static void buildMirrored(DataStream<ArrivedRecord> records, MarketRules rules, MatchingSinks sinks) {
        SingleOutputStreamOperator<ArrivedRecord> restored =
                Step.RESTORE_RECORDS.mark(records.keyBy(ArrivedRecord::partitionKey, Types.STRING)
                        .process(new RestoreRecords(), new ArrivedRecordType()));
        SingleOutputStreamOperator<Inbound> commands = decode(restored);
        DataStream<LakeRow> letters =
                restored.getSideOutput(LakeRows.DEAD_LETTERS).union(commands.getSideOutput(LakeRows.DEAD_LETTERS));
        build(commands, letters, rules, sinks);
    }

    private static SingleOutputStreamOperator<Inbound> decode(DataStream<ArrivedRecord> records) {
        SingleOutputStreamOperator<Inbound> commands =
                Step.DECODE_COMMANDS.mark(records.forward().process(new DecodeCommands(), InboundSerializer.INBOUND));
        commands.setParallelism(records.getParallelism());
        return commands;
    }

    private static void build(
            DataStream<Inbound> commands, DataStream<LakeRow> deadLetters, MarketRules rules, MatchingSinks sinks) {
        SingleOutputStreamOperator<Event> events = match(commands, rules);
        Step.PUBLISH_EVENTS.mark(events.sinkTo(sinks.events()));

        DataStream<Event> statuses = Step.SELECT_ORDER_STATUSES.mark(events.filter(OrderStatusSink::takes));
        Step.REPORT_ORDER_STATUSES.mark(statuses.sinkTo(sinks.orderStatuses()));

        DataStream<LakeRow> eventRows =
                Step.RECORD_EVENTS.mark(events.map(event -> (LakeRow) new LakeRow.OfEvent(event), LAKE_ROW));
        DataStream<LakeRow> rows = eventRows.union(events.getSideOutput(LakeRows.COMMAND_LOG), deadLetters);
        Step.WRITE_LAKE.mark(rows.sinkTo(sinks.lake()));
    }

    /** Matches commands that were understood: the shuffle by symbol and the operator behind it, without any sink. */
    public static SingleOutputStreamOperator<Event> match(DataStream<Inbound> commands, MarketRules rules) {
        return Step.MATCH_ORDERS.mark(commands.keyBy(Inbound::symbol, Types.STRING)
                .transform(Step.MATCH_ORDERS.title(), EVENT, new MatchOrders(rules)));
    }
}
