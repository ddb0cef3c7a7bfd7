package io.stockmate.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the committed files of a lake: whatever begins with a dot is still being written. */
final class LakeFiles {
    private final Path root;

    LakeFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(this.root)) {
            throw new QueryRefused("there is no lake at " + this.root + "; name the directory that holds the tables");
        }
    }

    /** The table's files, by day and name. */
    List<Path> of(LakeTable table) {
        Path directory = root.resolve(table.tableName());
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        for (Path day : list(directory, "dt=*")) {
            files.addAll(list(day, "[!.]*.parquet"));
        }
        return files;
    }

    private static List<Path> list(Path directory, String glob) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
            entries.forEach(found::add);
        } catch (DirectoryIteratorException failure) {
            throw new UncheckedIOException("cannot list " + directory, failure.getCause());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + directory, failure);
        }
        Collections.sort(found);
        return found;
    }
}
