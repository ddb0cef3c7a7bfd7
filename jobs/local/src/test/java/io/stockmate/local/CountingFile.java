package io.stockmate.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A file of a table whose rows count: merging keeps files for a while that it has replaced. */
public final class CountingFile {
    private CountingFile() {}

    /** Some file below a table's folder. */
    public static Path of(Path table) throws IOException {
        try (Stream<Path> files = Files.walk(table)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                if (!isReplaced(file)) {
                    return file;
                }
            }
        }
        throw new IllegalStateException(table + " has no file that counts");
    }

    private static boolean isReplaced(Path file) throws IOException {
        Path merged = file.resolveSibling("_files");
        if (!Files.exists(merged)) {
            return false;
        }
        String name = " " + file.getFileName();
        return Files.readString(merged).lines().anyMatch(line -> line.startsWith("replaced ") && line.endsWith(name));
    }
}
