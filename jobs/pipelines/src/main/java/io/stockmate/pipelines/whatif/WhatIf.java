package io.stockmate.pipelines.whatif;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LogSelection;
import io.stockmate.pipelines.replay.SymbolBySymbol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        SymbolBySymbol.read(lake, selection, problems, Compared::new);
        for (Change change : changes) {
            if (!applied.contains(change)) {
                throw new IllegalArgumentException(change.text() + " concerns no command of this log");
            }
        }
        return new WhatIfReport(symbols, problems);
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

    /** One symbol, applied twice. */
    private final class Compared implements SymbolBySymbol.Part {
        private final SymbolComparison comparison;

        Compared(String symbol) {
            comparison = new SymbolComparison(symbol, rules);
        }

        @Override
        public Optional<String> apply(ArrivedRecord record) throws IOException {
            Optional<LakeRow.OfCommand> row = comparison.apply(record, changed(record));
            if (row.isEmpty()) {
                return Optional.of(comparison.refusal());
            }
            rows.put(row.get());
            for (Event event : comparison.events()) {
                rows.put(new LakeRow.OfEvent(event));
            }
            return Optional.empty();
        }

        @Override
        public void end() {
            symbols.add(comparison.result());
        }
    }
}
