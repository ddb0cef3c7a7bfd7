package io.stockmate.local.command;

import io.stockmate.lake.LogSelection;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of which lake's log. */
final class LogOptions {
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

    /** @throws CommandFailed where there is none */
    Path lake(CommonOptions options) {
        return lake(fromLake, options);
    }

    /** @throws CommandFailed where there is none */
    static Path lake(@Nullable Path fromLake, CommonOptions options) {
        Path lake = fromLake == null ? options.data().lake() : fromLake;
        if (!Files.isDirectory(lake)) {
            throw new CommandFailed(
                    "no lake in " + lake + ": name one with --from-lake, or a platform's directory with --data-dir");
        }
        return lake;
    }

    /** @throws CommandFailed for a time that is none */
    LogSelection selection() {
        return new LogSelection(symbol, until == null ? Long.MAX_VALUE : time(until));
    }

    /** That the lake's log holds nothing of what was selected. */
    static CommandFailed nothingSelected(Path lake) {
        return new CommandFailed("the log in " + lake + " holds no such command: 'stockmate query \"select symbol,"
                + " min(arrivedAt), count(*) from command group by symbol\"' shows what it holds");
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
}
