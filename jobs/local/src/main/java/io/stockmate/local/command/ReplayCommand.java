package io.stockmate.local.command;

import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.TextTable;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.pipelines.replay.FirstDifference;
import io.stockmate.pipelines.replay.LakeReplay;
import io.stockmate.pipelines.replay.ReplayReport;
import io.stockmate.pipelines.replay.SymbolReplayed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Callable;
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

    @Mixin
    private LogOptions log;

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
        Path lake = log.lake(options);
        RebuiltDirectory to = RebuiltDirectory.at(directory, lake);
        try {
            ReplayReport report = LakeReplay.run(lake, to.lake(), to.root(), StillMarket.rules(), log.selection());
            if (report.symbols().isEmpty() && report.problems().isEmpty()) {
                throw LogOptions.nothingSelected(lake);
            }
            print(report);
            return report.violations() == 0 ? 0 : 1;
        } catch (IOException | RuntimeException failure) {
            to.discard(failure);
            throw failure;
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
        EventsOfAPlace.print("in the lake", difference.inLake(), out);
        EventsOfAPlace.print("rebuilt", difference.rebuilt(), out);
    }
}
