package io.stockmate.benchmarks.ledger;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.LedgerSink;
import io.stockmate.core.ledger.SymbolLedger;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.core.state.HeapPieces;
import java.util.function.Consumer;

/** The books of one symbol in memory, without a job. */
final class PlainLedger implements LedgerSink {
    private final HeapPieces pieces = new HeapPieces();
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final LedgerSettings settings = LedgerSettings.of(TradedSymbol.RULES.correctableMs());
    private final Consumer<Transaction> each;

    PlainLedger(Consumer<Transaction> each) {
        this.each = each;
    }

    void apply(Event event) {
        SymbolLedger.apply(event, accepted.booked(event), settings, pieces, this);
    }

    @Override
    public void transaction(Transaction transaction) {
        each.accept(transaction);
    }

    @Override
    public void usage(UsageRecord usage) {
        // Usage is no part of the books.
    }
}
