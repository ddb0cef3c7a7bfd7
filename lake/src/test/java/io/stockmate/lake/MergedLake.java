package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.TopOfBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lake of best prices that are written in small files and merged; the n-th says its number. */
final class MergedLake {
    static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    static final long MIDNIGHT = Instant.parse("2026-03-04T00:00:00Z").toEpochMilli();
    static final String DAY = "top_of_book/dt=2026-03-04";

    private static final int SYMBOLS = 3;

    private final Path root;
    private final Path written;
    private int files;

    MergedLake(Path directory) throws IOException {
        this.root = Files.createDirectories(directory.resolve("lake"));
        this.written = directory.resolve("written");
    }

    Path root() {
        return root;
    }

    /** Puts rows of one time into a file that comes to light at once, as a job's do. */
    void put(long from, long to, long ts) {
        put(from, to, ts, "part-" + files++);
    }

    /** The same into a file of a name. */
    void put(long from, long to, long ts, String name) {
        Path elsewhere = written.resolve(name);
        new TestLake(elsewhere)
                .put(LongStream.range(from, to)
                        .mapToObj(number -> row(number, ts))
                        .toArray(LakeRow[]::new));
        Path folder = Path.of(TestLake.bucketOf(row(from, ts)));
        try {
            Files.createDirectories(root.resolve(folder));
            Files.move(
                    elsewhere.resolve(folder).resolve("part-0.parquet"),
                    root.resolve(folder).resolve(name + ".parquet"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static LakeRow row(long number, long ts) {
        long absent = Absent.NUMBER;
        return TestLake.row(new TopOfBook(number, 1, absent, absent), "SKU-" + number % SYMBOLS, number, ts);
    }

    /** How many rows there are, after a look whether each number from 0 on is there once. */
    long rows() {
        return rows(root);
    }

    static long rows(Path root) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            List<@Nullable Object> answer = lake.ask("SELECT count(*), count(DISTINCT seq), COALESCE(max(seq), -1),"
                            + " CAST(COALESCE(sum(seq), 0) AS BIGINT) FROM top_of_book")
                    .rows()
                    .get(0);
            long rows = (Long) answer.get(0);
            assertThat(answer)
                    .as("rows, different ones, the last, and their sum")
                    .containsExactly(rows, rows, rows - 1, rows * (rows - 1) / 2);
            return rows;
        }
    }

    List<String> files() {
        try (Stream<Path> list = Files.list(root.resolve(DAY))) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files that count. */
    List<String> counting() {
        return new LakeFiles(root)
                .of(LakeTable.TOP_OF_BOOK).stream()
                        .map(file -> file.getFileName().toString())
                        .toList();
    }
}
