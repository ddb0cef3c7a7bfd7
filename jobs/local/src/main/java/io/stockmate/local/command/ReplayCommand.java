package io.stockmate.local.command;

import io.stockmate.core.message.Event;
import io.stockmate.lake.LogSelection;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.EventText;
import io.stockmate.local.console.TextTable;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.pipelines.replay.FirstDifference;
import io.stockmate.pipelines.replay.LakeReplay;
import io.stockmate.pipelines.replay.ReplayReport;
import io.stockmate.pipelines.replay.SymbolReplayed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rebuilds a market from its log. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Rebuilds events and tables from the lake's table 'command' alone, and compares them row by row with what"
                    + " the lake holds. What is rebuilt can be asked with 'stockmate query --data-dir DIR'.",
            "Exit status 0 where everything agrees. While a platform writes the lake, it may be behind by a checkpoint."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int PROBLEMS_SHOWN = 20;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--from-lake",
            paramLabel = "DIR",
            description = "The lake to read (default: the data directory's).")
    private @Nullable Path fromLake;

    @Option(names = "--symbol", paramLabel = "S", description = "Only this symbol.")
    private @Nullable String symbol;

    @Option(
            names = "--until",
            paramLabel = "T",
            description = "Up to this book time, as 2026-03-04T14:30:00Z or in epoch milliseconds.")
    private @Nullable String until;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "Where to: the tables go to DIR/lake, the events to DIR/events.jsonl. Must be empty.")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path lake = fromLake == null ? options.data().lake() : fromLake;
        if (!Files.isDirectory(lake)) {
            throw new CommandFailed(
                    "no lake in " + lake + ": name one with --from-lake, or a platform's directory with --data-dir");
        }
        LogSelection selection = new LogSelection(symbol, until == null ? Long.MAX_VALUE : time(until));
        RebuiltDirectory to = RebuiltDirectory.at(directory, lake);
        try {
            ReplayReport report = LakeReplay.run(lake, to.lake(), to.root(), StillMarket.rules(), selection);
            if (report.symbols().isEmpty() && report.problems().isEmpty()) {
                throw new CommandFailed(
                        "the log in " + lake + " holds no such command: 'stockmate query \"select symbol,"
                                + " min(arrivedAt), count(*) from command group by symbol\"' shows what it holds");
            }
            print(report);
            return report.violations() == 0 ? 0 : 1;
        } catch (IOException | RuntimeException failure) {
            to.discard(failure);
            throw failure;
        }
    }

    private static long time(String text) {
        try {
            return text.matches("\\d{1,18}")
                    ? Long.parseLong(text)
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException wrong) {
            throw new CommandFailed(
                    "--until " + text + " is no time: write it as 2026-03-04T14:30:00Z or in epoch milliseconds",
                    wrong);
        }
    }

    private void print(ReplayReport report) {
        PrintWriter out = spec.commandLine().getOut();
        TextTable table = new TextTable("symbol", "commands", "events", "chain", "");
        for (SymbolReplayed each : report.symbols()) {
            table.row(
                    each.symbol(),
                    each.commands(),
                    each.events(),
                    HexFormat.of().toHexDigits(each.chain()),
                    each.differences() == 0 ? "agrees" : "differs at " + each.differences() + " places");
        }
        table.lines().forEach(out::println);
        report.problems().stream()
                .limit(PROBLEMS_SHOWN)
                .forEach(problem -> out.println(options.ink().bad(problem)));
        report.firstDifference().ifPresent(difference -> print(difference, out));
        out.println("violations=" + report.violations() + " symbols="
                + report.symbols().size() + " commands=" + report.commands() + " events=" + report.events());
        out.flush();
    }

    private void print(FirstDifference difference, PrintWriter out) {
        out.println(options.ink().bad("the first difference is " + difference.symbol() + " seq " + difference.seq()));
        print("in the lake", difference.inLake(), out);
        print("rebuilt", difference.rebuilt(), out);
    }

    private static void print(String where, List<Event> events, PrintWriter out) {
        if (events.isEmpty()) {
            out.println("  " + where + ": no such event");
        }
        for (Event event : events) {
            out.println("  " + where + ": " + EventText.line(event) + ", chain "
                    + HexFormat.of().toHexDigits(event.chain()));
        }
    }
}
