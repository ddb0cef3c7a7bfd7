package io.stockmate.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data that stays out of the repository: {@code ../shared/data} as seen from the repository's root. */
public final class SharedData {
    private SharedData() {}

    /** The file; the test is skipped with a message where it is absent. */
    public static Path require(String path) {
        Path file = root().resolveSibling("shared").resolve("data").resolve(path);
        assumeTrue(Files.exists(file), () -> file + " is absent");
        return file;
    }

    /** The repository's root is the directory that has Maven's own settings. */
    private static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve(".mvn"))) {
                return directory;
            }
        }
        throw new IllegalStateException("no directory above " + start + " has .mvn; run tests inside the repository");
    }
}
