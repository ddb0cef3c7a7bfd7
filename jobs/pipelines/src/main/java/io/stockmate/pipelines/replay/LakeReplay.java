package io.stockmate.pipelines.replay;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeReader;
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
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds events and tables from the log of a lake, the table {@code command}, and from nothing else; then compares
 * them with what the lake holds. Dead letters are no part of the log and are not rebuilt. Goes symbol by symbol, so
 * that it holds one market in memory at a time.
 */
public final class LakeReplay {
    /** One event in JSON per line, those of a symbol together and in sequence. */
    public static final String EVENTS_FILE = "events.jsonl";

    private final MarketRules rules;
    private final List<SymbolReplayed> symbols = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable ReplayedMarket market;
    private String symbol = "";
    private long commands;
    private long events;

    private LakeReplay(MarketRules rules) {
        this.rules = rules;
    }

    /**
     * @param fromLake the root of the lake that is read
     * @param toLake where the rebuilt tables go; no tables may be there yet
     * @param toEvents the directory of {@value #EVENTS_FILE}
     * @param rules those under which the lake was made
     */
    public static ReplayReport run(Path fromLake, Path toLake, Path toEvents, MarketRules rules, LogSelection selection)
            throws IOException {
        LakeReplay replay = new LakeReplay(rules);
        replay.rebuild(fromLake, toLake, toEvents, selection);
        return new LakeComparison(fromLake, toLake, selection).of(replay.symbols, replay.problems);
    }

    private void rebuild(Path fromLake, Path toLake, Path toEvents, LogSelection selection) throws IOException {
        Files.createDirectories(toEvents);
        try (LakeReader lake = LakeReader.open(
                        fromLake,
                        row -> problems.add(
                                row.symbol() + " commandSeq " + row.seq() + ": no log entry, " + row.problem()));
                LakeWriter tables = LakeWriter.create(toLake);
                BufferedWriter lines = Files.newBufferedWriter(toEvents.resolve(EVENTS_FILE))) {
            lake.log(selection, entry -> apply(entry, tables, lines));
            endSymbol();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private void apply(LogEntry entry, LakeWriter tables, BufferedWriter lines) {
        if (market == null || !entry.symbol().equals(symbol)) {
            endSymbol();
            symbol = entry.symbol();
            market = new ReplayedMarket(rules, symbol);
        }
        ArrivedRecord record = new ArrivedRecord(entry.cause(), entry.partitionKey(), entry.data());
        try {
            Optional<LakeRow.OfCommand> row = market.apply(record, event -> record(event, tables, lines));
            if (row.isPresent()) {
                commands++;
                tables.put(row.get());
            } else {
                problems.add(symbol + " commandSeq " + entry.commandSeq() + ": " + market.refusal());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void record(Event event, LakeWriter tables, BufferedWriter lines) {
        events++;
        try {
            tables.put(new LakeRow.OfEvent(event));
            lines.append(JsonText.of(event)).append('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void endSymbol() {
        if (market != null) {
            symbols.add(new SymbolReplayed(symbol, commands, events, market.chain(), 0));
        }
        market = null;
        commands = 0;
        events = 0;
    }
}
