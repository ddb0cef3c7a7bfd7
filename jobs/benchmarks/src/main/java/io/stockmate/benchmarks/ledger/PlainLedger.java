package io.stockmate.benchmarks.ledger;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.LedgerSink;
import io.stockmate.core.ledger.SymbolLedger;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.core.state.PieceStore;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The books of one symbol in memory, without a job. */
final class PlainLedger implements PieceStore, LedgerSink {
    private final Map<String, byte[]> pieces = new HashMap<>();
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final LedgerSettings settings = LedgerSettings.of(TradedSymbol.RULES.correctableMs());
    private final Consumer<Transaction> each;

    PlainLedger(Consumer<Transaction> each) {
        this.each = each;
    }

    void apply(Event event) {
        SymbolLedger.apply(event, accepted.configuration(event), settings, this, this);
    }

    @Override
    public byte @Nullable [] get(String name) {
        return pieces.get(name);
    }

    @Override
    public void put(String name, byte[] bytes) {
        pieces.put(name, bytes);
    }

    @Override
    public void remove(String name) {
        pieces.remove(name);
    }

    @Override
    public SortedSet<String> names(String prefix) {
        SortedSet<String> names = new TreeSet<>();
        pieces.keySet().stream().filter(name -> name.startsWith(prefix)).forEach(names::add);
        return names;
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
