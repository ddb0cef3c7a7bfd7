package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Directories;
import io.stockmate.pipelines.replay.LakeReplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a replay writes to.
 *
 * @param wasThere whether the directory, then empty, was there before
 */
record RebuiltDirectory(Path root, boolean wasThere) {
    /** @throws CommandFailed where it is a file, holds something, or lies in the lake that is read */
    static RebuiltDirectory at(Path directory, Path fromLake) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        Path lake = fromLake.toAbsolutePath().normalize();
        if (root.startsWith(lake)) {
            throw new CommandFailed("--to " + directory + " lies in the lake that is read, " + fromLake
                    + ": name a new directory outside of it");
        }
        boolean wasThere = Files.exists(root);
        if (wasThere && !Files.isDirectory(root)) {
            throw new CommandFailed("--to " + directory + " is a file: name a new directory");
        }
        if (wasThere && !isEmpty(root)) {
            throw new CommandFailed(directory + " is not empty: name a new directory with --to");
        }
        return new RebuiltDirectory(root, wasThere);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    Path lake() {
        return DataDirectory.of(root).lake();
    }

    /** Leaves it as it was before, so that the command can be given again. */
    void discard(Exception failure) {
        try {
            Directories.remove(lake());
            Files.deleteIfExists(root.resolve(LakeReplay.EVENTS_FILE));
            if (!wasThere) {
                Files.deleteIfExists(root);
            }
        } catch (IOException left) {
            failure.addSuppressed(left);
        }
    }
}
