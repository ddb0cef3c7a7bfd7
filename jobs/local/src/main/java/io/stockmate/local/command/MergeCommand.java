package io.stockmate.local.command;

import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeMerge;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.MergeReport;
import io.stockmate.lake.MergeSettings;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Merges the files of a lake's closed days. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Merges the files of the lake's closed days into few, sorted by symbol (reports by category first), and"
                    + " what the open day got since the last hour, while jobs may write and queries read; a running"
                    + " platform does so by itself. Done twice it does nothing more.",
            "A day is closed when the log has a later one. The log and the dead letters stay as they are."
        })
public final class MergeCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Option(
            names = "--from-lake",
            paramLabel = "DIR",
            description = "The lake to merge (default: the data directory's).")
    private @Nullable Path fromLake;

    @Option(
            names = "--keep",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "How long replaced files are kept for who still reads them (default: 2h).")
    private Duration keep = MergeSettings.DEFAULT.keep();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path lake = LogOptions.lake(fromLake, options);
        LakeMerge merge = LakeMerge.of(lake, MergeSettings.DEFAULT.withKeep(keep));
        MergeReport report = merge.closedDays(bookTimeMs(lake), System.currentTimeMillis());
        PrintWriter out = spec.commandLine().getOut();
        report.problems().forEach(problem -> out.println(options.ink().bad(problem)));
        out.println("days=" + report.days() + " files=" + report.files() + " into=" + report.into() + " rows="
                + report.rows() + " removed=" + report.removed() + " problems="
                + report.problems().size());
        out.flush();
        return report.problems().isEmpty() ? 0 : 1;
    }

    /** That of the newest record of the log. */
    private static long bookTimeMs(Path lake) {
        try (LakeQueries queries = LakeQueries.open(lake);
                Answer answer = queries.ask("SELECT max(arrivedAt) FROM command")) {
            if (answer.next() && answer.value(0) instanceof LocalDateTime newest) {
                return newest.toInstant(ZoneOffset.UTC).toEpochMilli();
            }
            throw new CommandFailed("the lake " + lake + " has no log, so no day of it is known to be closed");
        }
    }
}
