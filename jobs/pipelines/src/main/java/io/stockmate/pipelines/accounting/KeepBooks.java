package io.stockmate.pipelines.accounting;

import static io.stockmate.pipelines.runtime.AccountingRecordSerializer.ACCOUNTING_RECORD;
import static io.stockmate.pipelines.runtime.TransactionSerializer.TRANSACTION;
import static io.stockmate.pipelines.runtime.UsageSerializer.USAGE;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.LedgerSink;
import io.stockmate.core.ledger.SymbolLedger;
import io.stockmate.core.ledger.TradeNotKept;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.core.state.PieceStore;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.KeyedPieceStore;
import io.stockmate.pipelines.runtime.metrics.AccountingMetrics;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the books of each symbol: sends on transfers and usage as rows, and on the side as what other sinks take. A
 * symbol's state lies in keyed state, in pieces, and nothing of it on the heap. There are no timers.
 */
@SuppressWarnings("NullAway.Init") // open() and initializeState() set what the workers need
final class KeepBooks extends AbstractStreamOperator<LakeRow>
        implements OneInputStreamOperator<Event, LakeRow>, LedgerSink {
    static final OutputTag<Transaction> TRANSACTIONS = new OutputTag<>("transactions", TRANSACTION);
    static final OutputTag<UsageRecord> METERED = new OutputTag<>("usage", USAGE);
    static final OutputTag<AccountingRecord> RECORDS = new OutputTag<>("accounting-records", ACCOUNTING_RECORD);

    private static final long serialVersionUID = 1;

    /** Part of every savepoint: never changed. */
    private static final String STATE_NAME = "ledger-pieces";

    private final LedgerSettings settings;

    private transient PieceStore pieces;
    private transient AcceptedCommands accepted;
    private transient AccountingMetrics reported;

    KeepBooks(LedgerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        pieces = KeyedPieceStore.of(context.getKeyedStateStore(), STATE_NAME);
    }

    @Override
    public void open() throws Exception {
        super.open();
        accepted = new AcceptedCommands();
        reported = new AccountingMetrics(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<Event> element) {
        Event event = element.getValue();
        if (SymbolLedger.concerns(event)) {
            try {
                SymbolLedger.apply(event, accepted.booked(event), settings, pieces, this);
            } catch (TradeNotKept forGood) {
                throw new SuppressRestartsException(forGood);
            }
        }
    }

    @Override
    public void transaction(Transaction transaction) {
        reported.transaction(transaction);
        output.collect(TRANSACTIONS, new StreamRecord<>(transaction));
        for (Transfer transfer : transaction.transfers()) {
            output.collect(new StreamRecord<>(new LakeRow.OfTransfer(transfer)));
            output.collect(RECORDS, new StreamRecord<>(transfer));
        }
    }

    @Override
    public void usage(UsageRecord usage) {
        reported.usage();
        output.collect(new StreamRecord<>(new LakeRow.OfUsage(usage)));
        output.collect(RECORDS, new StreamRecord<>(usage));
        output.collect(METERED, new StreamRecord<>(usage));
    }
}
