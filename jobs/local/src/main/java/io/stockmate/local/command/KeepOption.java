package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.TemporaryDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a proof runs a platform: in a directory that is gone afterwards, or in one that is kept. */
final class KeepOption {
    @Option(names = "--keep", paramLabel = "DIR", description = "Run in this new directory, and leave it there.")
    private @Nullable Path keep;

    /** Runs a proof in a directory, and returns its exit status. */
    interface Proof {
        int in(Path directory) throws Exception;
    }

    /** @param prefix of the directory that is not kept */
    int run(String prefix, Proof proof) throws Exception {
        if (keep != null) {
            if (Files.exists(keep)) {
                throw new CommandFailed("--keep " + keep + " is there already: name a directory that is not");
            }
            return proof.in(keep);
        }
        try (TemporaryDirectory temporary = TemporaryDirectory.ofProcesses(prefix)) {
            Path directory = temporary.path();
            return proof.in(directory);
        }
    }
}
