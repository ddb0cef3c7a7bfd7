package io.stockmate.pipelines.accounting;

import static io.stockmate.pipelines.runtime.AlertSerializer.ALERT;
import static io.stockmate.pipelines.runtime.EventSerializer.EVENT;
import static io.stockmate.pipelines.runtime.LakeRowSerializer.LAKE_ROW;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.Step;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** How the operators of the job are joined, whatever the source and the sinks. */
public final class AccountingTopology {
    private AccountingTopology() {}

    /** Keeps the books of the symbols of {@code events}, in whose order they were put: there is no second shuffle. */
    public static void build(OrderedEvents events, LedgerSettings settings, AccountingSinks sinks) {
        SingleOutputStreamOperator<LakeRow> rows = Step.KEEP_BOOKS.mark(
                DataStreamUtils.reinterpretAsKeyedStream(events.events(), Event::symbol, Types.STRING)
                        .transform(Step.KEEP_BOOKS.title(), LAKE_ROW, new KeepBooks(settings)));
        Step.DELIVER_ACCOUNTING.mark(rows.getSideOutput(KeepBooks.RECORDS).sinkTo(sinks.delivery()));
        if (sinks.ledger() != null) {
            Step.POST_TRANSACTIONS.mark(
                    rows.getSideOutput(KeepBooks.TRANSACTIONS).sinkTo(sinks.ledger()));
        }
        if (sinks.billing() != null) {
            Step.BILL_USAGE.mark(rows.getSideOutput(KeepBooks.METERED).sinkTo(sinks.billing()));
        }
        Step.WRITE_LAKE.mark(rows.union(events.unreadable()).sinkTo(sinks.lake()));
        if (!sinks.tables().isEmpty()) {
            project(events, sinks.tables());
        }
    }

    private static void project(OrderedEvents events, List<EventTable> tables) {
        SingleOutputStreamOperator<Event> selected = Step.SELECT_ROWS.mark(
                events.events().transform(Step.SELECT_ROWS.title(), EVENT, new SelectRows(tables)));
        for (EventTable table : tables) {
            table.step()
                    .mark(selected.getSideOutput(SelectRows.tag(table.step())).sinkTo(table.sink()));
        }
    }

    /** Adds the read model of what is to be looked at, from the records of the stream {@code alerts}. */
    static void summarize(DataStream<ArrivedRecord> alerts, Sink<Alert> issues) {
        SingleOutputStreamOperator<Alert> decoded = Step.DECODE_ALERTS.mark(
                alerts.forward().transform(Step.DECODE_ALERTS.title(), ALERT, new DecodeAlerts()));
        decoded.setParallelism(alerts.getParallelism());
        Step.SUMMARIZE_ISSUES.mark(decoded.keyBy(Alert::symbol, Types.STRING).sinkTo(issues));
    }
}
