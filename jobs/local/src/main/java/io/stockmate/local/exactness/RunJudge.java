package io.stockmate.local.exactness;

import io.stockmate.lake.LakeDifference;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LogSelection;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a run: events, lake and plain Java agree on the chain of every symbol; the lake holds the rows of
 * the first run's lake and no others, of all jobs; it reconciles; a replay of its log gives its lake; what was to be
 * delivered was. Of a killed one also: every kill left work to do, and one at least fell into a checkpoint.
 */
final class RunJudge {
    private static final int ROWS_SHOWN = 3;

    private final RecordedLog log;
    private final Path first;
    private final boolean books;
    private @Nullable LakeContents expected;

    /**
     * @param first the directory of the run that is judged first, which stays
     * @param books whether the runs have them in Postgres
     */
    RunJudge(RecordedLog log, Path first, boolean books) {
        this.log = log;
        this.first = first;
        this.books = books;
    }

    /** Each place at which an invariant does not hold. */
    List<Violation> violations(RunResult result, DataDirectory data) {
        List<Violation> found = new ArrayList<>();
        if (!result.unfinished().isEmpty()) {
            found.add(new Violation(
                    Invariant.RUN_COMES_TO_ITS_END, "all symbols", "in the last life", result.unfinished()));
        }
        chains(
                Invariant.COMMANDS_GIVE_THE_EVENTS,
                log.chains(),
                result.published().chains(),
                "events",
                found);
        chains(
                Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED,
                result.published().chains(),
                result.lake().chains(),
                "the lake",
                found);
        result.published()
                .broken()
                .forEach((symbol, why) ->
                        found.add(new Violation(Invariant.CHAIN_FOLLOWS, symbol, "in the stream", why)));
        if (result.published().heldBack() > 0) {
            found.add(new Violation(
                    Invariant.NO_GAP,
                    "all symbols",
                    "in total",
                    result.published().heldBack() + " events stand behind a gap"));
        }
        rows(result.lake(), data.lake(), found);
        found.addAll(result.reconciled().violations());
        result.reconciled().notCompared().forEach((invariant, reason) -> {
            if (books || !Invariant.OF_THE_DATABASE.contains(invariant)) {
                found.add(new Violation(invariant, "all symbols", "not compared", reason));
            }
        });
        if (result.replayed().violations() > 0) {
            found.add(new Violation(
                    Invariant.COMMANDS_GIVE_THE_EVENTS,
                    "all symbols",
                    "in replay",
                    result.replayed().violations() + " places differ, "
                            + result.replayed().problems() + " "
                            + result.replayed().firstDifference()));
        }
        found.addAll(result.undelivered());
        return found;
    }

    private static void chains(
            Invariant invariant,
            SortedMap<String, Long> due,
            SortedMap<String, Long> chains,
            String where,
            List<Violation> found) {
        TreeSet<String> symbols = new TreeSet<>(due.keySet());
        symbols.addAll(chains.keySet());
        for (String symbol : symbols) {
            Long given = chains.get(symbol);
            Long right = due.get(symbol);
            if (!Objects.equals(given, right)) {
                found.add(new Violation(
                        invariant,
                        symbol,
                        "at its end",
                        "its chain in " + where + " is " + given + " and not " + right));
            }
        }
    }

    private void rows(LakeContents lake, Path root, List<Violation> found) {
        if (expected == null) {
            expected = lake;
            return;
        }
        LakeContents right = expected;
        lake.tables().forEach((table, rows) -> {
            if (!rows.equals(right.tables().get(table))) {
                found.add(new Violation(
                        broken(table),
                        "all symbols",
                        "table " + table.tableName(),
                        "is not the first run's: " + rows + " and not "
                                + right.tables().get(table) + ", " + differences(table, root)));
            }
        });
    }

    /** What does not hold where a table is not what it is to be; that events are published as they lie, others prove. */
    private static Invariant broken(LakeTable table) {
        return switch (table) {
            case COMMAND -> Invariant.LOG_IS_THE_STREAM;
            case DEAD_LETTER -> Invariant.DEAD_LETTERS_ARE_COMPLETE;
            case EXECUTION_REPORT,
                    ORDER_CANCEL_REJECT,
                    TRADE,
                    TRADE_CORRECTED,
                    STOCK_LEVEL,
                    TOP_OF_BOOK,
                    ACCEPTED,
                    BUSINESS_REJECT -> Invariant.COMMANDS_GIVE_THE_EVENTS;
            case ALERT, ALERT_ADVICE -> Invariant.ALERTS_FOLLOW_THE_EVENTS;
            case DEMAND, FORECAST, FORECAST_SCORE, SUGGESTION -> Invariant.FORECASTS_FOLLOW_THE_EVENTS;
            case TRANSFER, USAGE -> Invariant.BOOKS_FOLLOW_THE_EVENTS;
        };
    }

    private List<LakeDifference.Row> differences(LakeTable table, Path root) {
        return LakeDifference.between(DataDirectory.of(first).lake(), root, table, LogSelection.ALL).stream()
                .limit(ROWS_SHOWN)
                .toList();
    }

    /** What makes a killed run prove less than it was to: one line each. */
    static List<String> shortcomings(RunResult result) {
        List<String> found = new ArrayList<>();
        if (result.kills().isEmpty()) {
            return found;
        }
        if (result.recoveriesMs().size() < result.kills().size()) {
            found.add("no new event came after a kill");
        }
        if (result.killsInsideCheckpoint() == 0) {
            found.add("no kill fell into a checkpoint: try another --seed");
        }
        result.kills().stream()
                .filter(kill -> kill.commandsLeft() == 0)
                .forEach(kill -> found.add("nothing was left to do at " + kill + ": give more --records"));
        return found;
    }
}
