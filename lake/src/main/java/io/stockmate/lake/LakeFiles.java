package io.stockmate.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the committed files of a lake that count: whatever begins with a dot is still being written, and of merged days
 * {@link DayFiles} tells.
 */
final class LakeFiles {
    private final Path root;

    LakeFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(this.root)) {
            throw new QueryRefused("there is no lake at " + this.root + "; name the directory that holds the tables");
        }
    }

    /** The files of a table, or of what it comes to, by day and name. */
    List<Path> of(Relation relation) {
        Path directory = root.resolve(relation.storedWith().tableName());
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        for (Path day : list(directory, "dt=*")) {
            counting(relation, day).forEach(name -> files.add(day.resolve(name)));
        }
        return files;
    }

    /** Those of a moment: where a merge was faster than the listing, it is listed again. */
    private static List<String> counting(Relation relation, Path day) {
        while (true) {
            DayFiles state = state(day);
            List<String> names = list(day, "[!.]*.parquet").stream()
                    .map(file -> file.getFileName().toString())
                    .toList();
            if (state(day).version() == state.version()) {
                return relation.counting(state, names);
            }
        }
    }

    private static DayFiles state(Path day) {
        Path place = day.resolve(DayFiles.NAME);
        try {
            return DayFiles.parse(Files.readString(place), place.toString());
        } catch (NoSuchFileException unmerged) {
            return DayFiles.UNMERGED;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + place, failure);
        }
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
