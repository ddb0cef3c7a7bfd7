package io.stockmate.pipelines.replay;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.JsonText;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeWriter;
import io.stockmate.lake.LogSelection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rebuilds events and tables from the log of a lake, the table {@code command}, and from nothing else; then compares
 * them with what the lake holds. Dead letters are no part of the log and are not rebuilt.
 */
public final class LakeReplay {
    /** One event in JSON per line, those of a symbol together and in sequence. */
    public static final String EVENTS_FILE = "events.jsonl";

    private final MarketRules rules;
    private final LakeWriter tables;
    private final BufferedWriter lines;
    private final List<SymbolReplayed> symbols = new ArrayList<>();

    private LakeReplay(MarketRules rules, LakeWriter tables, BufferedWriter lines) {
        this.rules = rules;
        this.tables = tables;
        this.lines = lines;
    }

    /**
     * @param fromLake the root of the lake that is read
     * @param toLake where the rebuilt tables go; no tables may be there yet
     * @param toEvents the directory of {@value #EVENTS_FILE}
     * @param rules those under which the lake was made
     */
    public static ReplayReport run(Path fromLake, Path toLake, Path toEvents, MarketRules rules, LogSelection selection)
            throws IOException {
        List<String> problems = new ArrayList<>();
        List<SymbolReplayed> symbols = rebuilt(fromLake, toLake, toEvents, rules, selection, problems);
        return new LakeComparison(fromLake, toLake, selection).of(symbols, problems);
    }

    private static List<SymbolReplayed> rebuilt(
            Path fromLake, Path toLake, Path toEvents, MarketRules rules, LogSelection selection, List<String> problems)
            throws IOException {
        Files.createDirectories(toEvents);
        try (LakeWriter tables = LakeWriter.create(toLake);
                BufferedWriter lines = Files.newBufferedWriter(toEvents.resolve(EVENTS_FILE))) {
            LakeReplay replay = new LakeReplay(rules, tables, lines);
            SymbolBySymbol.read(fromLake, selection, problems, replay::symbol);
            return replay.symbols;
        }
    }

    private SymbolBySymbol.Part symbol(String symbol) {
        return new OneSymbol(symbol);
    }

    /** One symbol, rebuilt. */
    private final class OneSymbol implements SymbolBySymbol.Part {
        private final String symbol;
        private final ReplayedMarket market;
        private long commands;
        private long events;

        OneSymbol(String symbol) {
            this.symbol = symbol;
            this.market = new ReplayedMarket(rules, symbol);
        }

        @Override
        public Optional<String> apply(ArrivedRecord record) throws IOException {
            Optional<LakeRow.OfCommand> row = market.apply(record, this::write);
            if (row.isEmpty()) {
                return Optional.of(market.refusal());
            }
            commands++;
            tables.put(row.get());
            return Optional.empty();
        }

        private void write(Event event) {
            events++;
            try {
                tables.put(new LakeRow.OfEvent(event));
                lines.append(JsonText.of(event)).append('\n');
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void end() {
            symbols.add(new SymbolReplayed(symbol, commands, events, market.chain(), 0));
        }
    }
}
