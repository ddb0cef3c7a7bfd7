package io.stockmate.local.exactness;

import io.stockmate.lake.LakeDifference;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LogSelection;
import io.stockmate.local.platform.DataDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a run: events, lake and plain Java agree on the chain of every symbol; the lake holds the rows of
 * the first run's lake and no others; it reconciles; a replay of its log gives its lake. Of a killed one also: every
 * kill left work to do, and one at least fell into a checkpoint.
 */
final class RunJudge {
    private static final int ROWS_SHOWN = 3;

    private final RecordedLog log;
    private final Path first;
    private @Nullable LakeContents expected;

    /** @param first the directory of the run that is judged first, which stays */
    RunJudge(RecordedLog log, Path first) {
        this.log = log;
        this.first = first;
    }

    /** One line each. */
    List<String> violations(RunResult result, DataDirectory data) {
        List<String> found = new ArrayList<>();
        chains("events", result.published().chains(), found);
        chains("the lake", result.lake().chains(), found);
        if (result.published().heldBack() > 0) {
            found.add(result.published().heldBack() + " events stand behind a gap");
        }
        rows(result.lake(), data.lake(), found);
        result.reconciled().violations().forEach(violation -> found.add("reconcile: " + violation.text()));
        if (result.replayed().violations() > 0) {
            found.add("replay: " + result.replayed().violations() + " places differ, "
                    + result.replayed().problems() + " " + result.replayed().firstDifference());
        }
        kills(result, found);
        return found.stream()
                .map(violation -> result.variant().title() + ": " + violation)
                .toList();
    }

    private void chains(String where, SortedMap<String, Long> chains, List<String> found) {
        TreeSet<String> symbols = new TreeSet<>(log.chains().keySet());
        symbols.addAll(chains.keySet());
        for (String symbol : symbols) {
            Long given = chains.get(symbol);
            Long right = log.chains().get(symbol);
            if (!Objects.equals(given, right)) {
                found.add("the chain of " + symbol + " in " + where + " is " + given + " and not " + right);
            }
        }
    }

    private void rows(LakeContents lake, Path root, List<String> found) {
        if (expected == null) {
            expected = lake;
            return;
        }
        LakeContents right = expected;
        lake.tables().forEach((table, rows) -> {
            if (!rows.equals(right.tables().get(table))) {
                found.add("table " + table.tableName() + " is not the first run's: " + rows + " and not "
                        + right.tables().get(table) + ", " + differences(table, root));
            }
        });
    }

    private List<LakeDifference.Row> differences(LakeTable table, Path root) {
        return LakeDifference.between(DataDirectory.of(first).lake(), root, table, LogSelection.ALL).stream()
                .limit(ROWS_SHOWN)
                .toList();
    }

    private static void kills(RunResult result, List<String> found) {
        if (result.kills().isEmpty()) {
            return;
        }
        if (result.killsInsideCheckpoint() == 0) {
            found.add("no kill fell into a checkpoint: try another --seed");
        }
        result.kills().stream()
                .filter(kill -> kill.commandsLeft() == 0)
                .forEach(kill -> found.add("nothing was left to do at " + kill + ": give more --records"));
    }
}
