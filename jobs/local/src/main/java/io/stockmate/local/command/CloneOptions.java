package io.stockmate.local.command;

import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.mirror.CloneDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which clone of which market. */
final class CloneOptions {
    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Where the clone is kept (default: clone in the market's data directory).")
    private @Nullable Path to;

    CloneDirectory directory(CommonOptions options) {
        return CloneDirectory.of(options.data(), to);
    }
}
