package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lake that is merged, and one of the same rows that nobody merges. */
final class TwinLakes {
    private final Path directory;
    private final Path root;
    private final Path twin;
    private int files;

    TwinLakes(Path directory) {
        this.directory = directory;
        this.root = directory.resolve("lake");
        this.twin = directory.resolve("twin");
    }

    /** Of the lake that is merged. */
    Path root() {
        return root;
    }

    /** Puts rows into a file of each table and day, of both lakes. */
    void put(LakeRow... added) {
        for (Path place : List.of(root, twin)) {
            Path written = directory.resolve("written-" + files++);
            new TestLake(written).put(added);
            move(written, place);
        }
    }

    private void move(Path written, Path place) {
        try (Stream<Path> found = Files.walk(written)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                Path day = place.resolve(written.relativize(file)).getParent();
                Files.createDirectories(day);
                Files.move(file, day.resolve("part-" + files++ + ".parquet"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asks the lake that is merged. */
    List<List<@Nullable Object>> ask(String sql) {
        try (LakeQueries queries = LakeQueries.open(root)) {
            return queries.ask(sql).rows();
        }
    }

    /** A saved question. */
    record Asked(String question, Map<String, String> parameters) {}

    /** Asks both lakes, and sees that they answer the same. */
    void answerAlike(List<Asked> questions) {
        try (LakeQueries merged = LakeQueries.open(root);
                LakeQueries unmerged = LakeQueries.open(twin)) {
            for (Asked asked : questions) {
                assertThat(merged.ask(asked.question, asked.parameters).rows())
                        .as(asked.toString())
                        .isEqualTo(
                                unmerged.ask(asked.question, asked.parameters).rows());
            }
        }
    }

    /** The files from which a relation is read, by name. */
    List<String> filesOf(Relation relation) {
        return new LakeFiles(root)
                .of(relation).stream()
                        .map(file -> file.getFileName().toString())
                        .toList();
    }

    /** All files of a table's day. */
    List<String> filesIn(LakeTable table, String day) {
        try (Stream<Path> list = Files.list(root.resolve(table.tableName()).resolve(day))) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
