package io.stockmate.lake;

import static io.stockmate.lake.MergedLake.DAY;
import static io.stockmate.lake.MergedLake.DAY_MILLIS;
import static io.stockmate.lake.MergedLake.HOUR_MILLIS;
import static io.stockmate.lake.MergedLake.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeMergeTest {
    private static final long NOW = 1_000_000_000_000L;
    private static final long NEXT_DAY = MIDNIGHT + DAY_MILLIS;

    @TempDir
    Path directory;

    private MergedLake lake;

    @BeforeEach
    void open() throws IOException {
        lake = new MergedLake(directory);
    }

    private LakeMerge merge() {
        return LakeMerge.of(lake.root(), MergeSettings.DEFAULT.withKeep(Duration.ofMinutes(10)));
    }

    @Test
    void tablesHoldTheSameRowsAfterMerging() throws IOException {
        Path before = directory.resolve("before");
        Path after = directory.resolve("after");
        for (Path root : List.of(before, after)) {
            TestLake files = new TestLake(root);
            for (long from = 0; from < 3_000; from += 500) {
                files.put(LongStream.range(from, from + 500)
                        .mapToObj(NumberedRows::row)
                        .toArray(LakeRow[]::new));
            }
        }

        MergeReport report = LakeMerge.of(after, MergeSettings.DEFAULT).closedDays(MIDNIGHT + 9 * DAY_MILLIS, NOW);

        assertThat(report.problems()).isEmpty();
        assertThat(report.days()).isEqualTo(report.into()).isEqualTo(LakeTable.values().length - 2);
        assertThat(LakeTable.values()).allSatisfy(table -> {
            assertThat(LakeDifference.between(before, after, table, LogSelection.ALL))
                    .as(table.tableName())
                    .isEmpty();
            assertThat(new LakeFiles(after).of(table)).hasSize(table.isMerged() ? 1 : 6);
        });
    }

    @Test
    void aClosedDayIsSortedBySymbolAndSeq() throws IOException {
        lake.put(0, 50, MIDNIGHT);
        lake.put(50, 90, MIDNIGHT + HOUR_MILLIS);

        merge().round(NEXT_DAY + HOUR_MILLIS, NOW);

        assertThat(lake.counting()).containsExactly("merged-1-0.parquet");
        assertThat(column("SELECT symbol || ' ' || seq FROM '" + lake.root() + "/" + DAY + "/merged-1-0.parquet'"))
                .hasSize(90)
                .containsExactlyElementsOf(column("SELECT symbol || ' ' || seq FROM top_of_book ORDER BY symbol, seq"));
    }

    @Test
    void reportsAreSortedByCategoryFirst() throws IOException {
        new TestLake(lake.root())
                .put(
                        TestRows.rejected("B", 1, "one"),
                        TestRows.bought("B", 2, "one", "cart"),
                        TestRows.bought("A", 9, "two", "cart"),
                        TestRows.report("A", 8, 0, ExecType.NEW, OrdStatus.NEW, Side.BUY, 1, 0, null),
                        TestRows.rejected("A", 10, "two"));

        merge().closedDays(Long.MAX_VALUE, NOW);

        assertThat(column("SELECT COALESCE(category, '-') || ' ' || symbol || seq FROM '" + lake.root()
                        + "/execution_report/*/merged-1-0.parquet'"))
                .containsExactly("match A9", "match B2", "no_match_other A10", "no_match_other B1", "- A8");
    }

    @Test
    void aDayWaitsAnHourForWhatJobsStillWrite() throws IOException {
        lake.put(0, 50, NEXT_DAY - 1);
        lake.put(50, 90, NEXT_DAY - 1);
        merge().round(NEXT_DAY - 1, NOW);
        List<String> hourOfTheDay = lake.counting();
        lake.put(90, 100, NEXT_DAY - 1);

        merge().round(NEXT_DAY + HOUR_MILLIS - 1, NOW);
        List<String> hourAfterIt = lake.counting();
        merge().round(NEXT_DAY + HOUR_MILLIS, NOW);

        assertThat(hourOfTheDay).containsExactly("merged-1-0.parquet");
        assertThat(hourAfterIt).containsExactly("merged-1-0.parquet", "merged-2-0.parquet");
        assertThat(lake.counting()).containsExactly("merged-3-0.parquet");
        assertThat(lake.rows()).isEqualTo(100);
    }

    @Test
    void theOpenDayHasAFileForEachHourAndThoseOfTheOpenHour() throws IOException {
        long row = 0;
        for (long ts = MIDNIGHT; ts < MIDNIGHT + 5 * HOUR_MILLIS; ts += HOUR_MILLIS / 4) {
            lake.put(row, row += 10, ts);
            merge().round(ts, NOW);
        }

        assertThat(lake.counting())
                .containsExactly(
                        "merged-1-0.parquet",
                        "merged-2-0.parquet",
                        "merged-3-0.parquet",
                        "merged-4-0.parquet",
                        "part-17.parquet",
                        "part-18.parquet",
                        "part-19.parquet");
        assertThat(lake.rows()).isEqualTo(row);
    }

    @Test
    void lateRowsAreReadAtOnceAndMergedAnHourLater() throws IOException {
        lake.put(0, 50, MIDNIGHT);
        merge().round(NEXT_DAY + HOUR_MILLIS, NOW);
        lake.put(50, 60, MIDNIGHT);
        merge().round(NEXT_DAY + 2 * HOUR_MILLIS - 1, NOW);

        assertThat(lake.counting()).containsExactly("merged-1-0.parquet", "part-1.parquet");
        assertThat(lake.rows()).isEqualTo(60);

        merge().round(NEXT_DAY + 2 * HOUR_MILLIS, NOW);

        assertThat(lake.counting()).containsExactly("merged-2-0.parquet");
        assertThat(lake.rows()).isEqualTo(60);
    }

    @Test
    void aSecondRoundDoesNothing() throws IOException {
        lake.put(0, 50, MIDNIGHT);
        MergeReport first = merge().closedDays(NEXT_DAY, NOW);
        MergeReport second = merge().closedDays(NEXT_DAY, NOW);

        assertThat(first).isEqualTo(new MergeReport(1, 1, 1, 50, 0, List.of()));
        assertThat(second).isEqualTo(new MergeReport(0, 0, 0, 0, 0, List.of()));
    }

    @Test
    void whatWasReplacedIsRemovedWhenNobodyReadsItAnyMore() throws IOException {
        long keep = Duration.ofMinutes(10).toMillis();
        lake.put(0, 50, MIDNIGHT);
        merge().closedDays(NEXT_DAY, NOW);
        lake.put(50, 60, MIDNIGHT);
        merge().closedDays(NEXT_DAY, NOW + keep - 1);
        assertThat(lake.files())
                .containsExactly(
                        "_files", "merged-1-0.parquet", "merged-2-0.parquet", "part-0.parquet", "part-1.parquet");

        assertThat(merge().round(NEXT_DAY, NOW + keep).removed()).isEqualTo(1);
        assertThat(merge().round(NEXT_DAY, NOW + 2 * keep).removed()).isEqualTo(2);

        assertThat(lake.files()).containsExactly("_files", "merged-2-0.parquet");
        assertThat(lake.rows()).isEqualTo(60);
    }

    @Test
    void whatAKilledMergeLeftIsNeverReadAndRemoved() throws IOException {
        lake.put(0, 50, MIDNIGHT);
        Path day = lake.root().resolve(DAY);
        Files.copy(day.resolve("part-0.parquet"), day.resolve("merged-1-0.parquet"));
        Files.writeString(day.resolve(".merged-1-1.parquet"), "half a file");
        assertThat(lake.rows()).isEqualTo(50);

        merge().round(MIDNIGHT, NOW);

        assertThat(lake.files()).containsExactly("part-0.parquet");
    }

    @Test
    void aLargeDayHasAsManyFilesAsItsSizeAsksFor() throws IOException {
        for (int file = 0; file < 4; file++) {
            lake.put(file * 70_000L, (file + 1) * 70_000L, MIDNIGHT);
        }
        LakeMerge merge = LakeMerge.of(
                lake.root(), MergeSettings.DEFAULT.withRowGroupRows(50_000).withFileBytes(24_000));

        merge.closedDays(NEXT_DAY, NOW);

        assertThat(lake.rows()).isEqualTo(280_000);
        long bytes = 0;
        for (Path file : new LakeFiles(lake.root()).of(LakeTable.TOP_OF_BOOK)) {
            bytes += Files.size(file);
        }
        assertThat(lake.counting()).hasSizeBetween(2, (int) (bytes / 12_000));
    }

    @Test
    void aFileThatCannotBeReadLeavesItsDayAsItIs() throws IOException {
        lake.put(0, 50, MIDNIGHT);
        Files.writeString(lake.root().resolve(DAY).resolve("part-x.parquet"), "this is no Parquet");

        MergeReport report = merge().closedDays(NEXT_DAY, NOW);

        assertThat(report.days()).isZero();
        assertThat(report.problems())
                .singleElement()
                .asString()
                .startsWith(DAY + " stays as it is: ")
                .contains("part-x.parquet");
        assertThat(lake.counting()).containsExactly("part-0.parquet", "part-x.parquet");
    }

    @Test
    void aColumnOfALaterVersionIsNotLost() throws IOException {
        lake.put(0, 50, MIDNIGHT);
        column("COPY (SELECT * EXCLUDE dt, 1 AS later FROM top_of_book) TO '" + lake.root() + "/" + DAY
                + "/part-9.parquet'");

        assertThat(merge().closedDays(NEXT_DAY, NOW).problems())
                .singleElement()
                .asString()
                .contains("the column later")
                .contains("merge with the version that wrote it");
    }

    @Test
    void aDamagedListIsAnErrorAndNotRowsThatCountTwice() throws IOException {
        lake.put(0, 50, MIDNIGHT);
        merge().closedDays(NEXT_DAY, NOW);
        Files.writeString(lake.root().resolve(DAY).resolve("_files"), "version 1 2\nsomething else\n");

        assertThatThrownBy(lake::rows)
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining(DAY + "/_files does not say which files count, at 'something else'");
        assertThat(merge().closedDays(NEXT_DAY, NOW).problems()).hasSize(1);
    }

    @Test
    void twoDoNotMergeOneLake() throws IOException {
        try (MergeLock lock =
                MergeLock.take(new org.apache.flink.core.fs.Path(lake.root().toUri()))) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> merge().closedDays(NEXT_DAY, NOW))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessageContaining("is being merged by another process");
        }
        assertThat(merge().closedDays(NEXT_DAY, NOW).problems()).isEmpty();
    }

    private List<String> column(String sql) {
        try (LakeQueries queries = LakeQueries.open(lake.root());
                Answer answer = queries.ask(sql)) {
            return Stream.generate(() -> answer.next() ? answer.text(0) : null)
                    .takeWhile(text -> text != null)
                    .toList();
        }
    }
}
