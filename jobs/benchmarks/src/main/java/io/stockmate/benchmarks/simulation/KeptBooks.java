package io.stockmate.benchmarks.simulation;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.LedgerSink;
import io.stockmate.core.ledger.SymbolLedger;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.core.state.HeapPieces;

/** The books, which touch their pieces with every event. */
final class KeptBooks implements Consumer {
    static final String TABLE = "transfer";

    private final LedgerSettings settings;
    private final KeyedState state;
    private final Mechanisms mechanisms;
    private final AcceptedCommands accepted = new AcceptedCommands();

    KeptBooks(LedgerSettings settings, KeyedState state, Mechanisms mechanisms) {
        this.settings = settings;
        this.state = state;
        this.mechanisms = mechanisms;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public void apply(Event event, Outbox out) {
        if (SymbolLedger.concerns(event)) {
            HeapPieces pieces = new HeapPieces(mechanisms.consumerPieces(TABLE, state.pieces(event.symbol(), TABLE)));
            SymbolLedger.apply(event, accepted.booked(event), settings, pieces, new LedgerSink() {
                @Override
                public void transaction(Transaction transaction) {
                    out.row(TABLE, event.symbol(), transaction);
                    out.post(transaction);
                }

                @Override
                public void usage(UsageRecord usage) {
                    out.row(TABLE, event.symbol(), usage);
                }
            });
        }
    }

    @Override
    public void snapshot() {
        // All of it is in the keyed state already.
    }
}
