package io.stockmate.pipelines.whatif;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LogSelection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies a lake's log to markets twice, as it is and with changes, symbol by symbol. All that is not changed is taken
 * as it was sent: who would have sent something else, seeing other events, is not known.
 */
public final class WhatIf {
    private final MarketRules rules;
    private final List<Change> changes;
    private final RowSink rows;
    private final Set<Change> applied = new HashSet<>();
    private final CommandCodec codec = new CommandCodec();
    private final List<SymbolWhatIf> symbols = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable SymbolComparison comparison;
    private String symbol = "";

    /** Takes the rows of the changed market's tables. */
    public interface RowSink {
        /** Keeps nothing. */
        RowSink NONE = row -> {};

        void put(LakeRow row) throws IOException;
    }

    private WhatIf(MarketRules rules, List<Change> changes, RowSink rows) {
        this.rules = rules;
        this.changes = List.copyOf(changes);
        this.rows = rows;
    }

    /**
     * @param lake the root of the lake that is read
     * @param rules those under which the lake was made
     * @param changes applied one after another; none at all compares the log with itself
     * @throws IllegalArgumentException for a change that concerns no command of the selection, or that a market
     *     refuses; its message is for people
     */
    public static WhatIfReport run(
            Path lake, MarketRules rules, LogSelection selection, List<Change> changes, RowSink rows)
            throws IOException {
        return new WhatIf(rules, changes, rows).run(lake, selection);
    }

    private WhatIfReport run(Path lake, LogSelection selection) throws IOException {
        try (LakeReader reader = LakeReader.open(
                lake,
                row -> problems.add(row.symbol() + " commandSeq " + row.seq() + ": no log entry, " + row.problem()))) {
            reader.log(selection, this::apply);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        endSymbol();
        for (Change change : changes) {
            if (!applied.contains(change)) {
                throw new IllegalArgumentException(change.text() + " concerns no command of this log");
            }
        }
        return new WhatIfReport(symbols, problems);
    }

    private void apply(LogEntry entry) {
        if (comparison == null || !entry.symbol().equals(symbol)) {
            endSymbol();
            symbol = entry.symbol();
            comparison = new SymbolComparison(symbol, rules);
        }
        ArrivedRecord record = new ArrivedRecord(entry.cause(), entry.partitionKey(), entry.data());
        LakeRow row = comparison.apply(record, changed(record)).orElse(null);
        if (row == null) {
            problems.add(symbol + " commandSeq " + entry.commandSeq() + ": " + comparison.refusal());
            return;
        }
        try {
            rows.put(row);
            for (Event event : comparison.events()) {
                rows.put(new LakeRow.OfEvent(event));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ArrivedRecord changed(ArrivedRecord asLogged) {
        ArrivedRecord record = asLogged;
        for (Change change : changes) {
            if (codec.decode(record) instanceof Decoded.Understood understood) {
                byte[] data = change.of(understood.command()).orElse(null);
                if (data != null) {
                    applied.add(change);
                    record = new ArrivedRecord(record.cause(), record.partitionKey(), data);
                }
            }
        }
        return record;
    }

    private void endSymbol() {
        if (comparison != null) {
            symbols.add(comparison.result());
        }
        comparison = null;
    }
}
