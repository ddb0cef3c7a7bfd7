package io.stockmate.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Trees of files. */
public final class Directories {
    private Directories() {}

    /** Removes a directory and all in it; one that is not there is no error. */
    public static void remove(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            tree.sorted(Comparator.reverseOrder()).forEach(Directories::delete);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Copies a directory and all in it to one that is not there. */
    public static void copy(Path directory, Path to) throws IOException {
        List<Path> tree;
        try (Stream<Path> walk = Files.walk(directory)) {
            tree = walk.toList();
        }
        for (Path path : tree) {
            Path copy = to.resolve(directory.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
