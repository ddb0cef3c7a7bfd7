package io.stockmate.pipelines.accounting;

import static io.stockmate.pipelines.runtime.LakeRowSerializer.LAKE_ROW;

import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.Step;
import org.apache.flink.api.common.typeinfo.Types;
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
        Step.WRITE_LAKE.mark(rows.union(events.unreadable()).sinkTo(sinks.lake()));
    }
}
