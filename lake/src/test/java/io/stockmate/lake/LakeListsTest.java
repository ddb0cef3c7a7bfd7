package io.stockmate.lake;

import static io.stockmate.lake.MergedLake.DAY;
import static io.stockmate.lake.MergedLake.DAY_MILLIS;
import static io.stockmate.lake.MergedLake.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeListsTest {
    private static final LocalDate FIRST = LocalDate.MIN;
    private static final long NOW = 1_000_000_000_000L;

    @TempDir
    Path directory;

    private MergedLake lake;
    private LakeLists lists;

    @BeforeEach
    void open() throws IOException {
        lake = new MergedLake(directory);
        lists = new LakeLists(root(), "s3://bucket/lake/");
    }

    private org.apache.flink.core.fs.Path root() {
        return new org.apache.flink.core.fs.Path(lake.root().toUri());
    }

    private List<String> listed() throws IOException {
        return Files.readAllLines(lake.root().resolve("listed").resolve(DAY).resolve("files"));
    }

    private static String address(String file) {
        return "s3://bucket/lake/" + DAY + "/" + file;
    }

    @Test
    void aListNamesTheFilesThatCount() throws IOException {
        lake.put(0, 10, MIDNIGHT);
        lake.put(10, 20, MIDNIGHT);
        assertThat(lists.round(FIRST)).isEqualTo(1);
        assertThat(listed()).containsExactly(address("part-0.parquet"), address("part-1.parquet"));

        LakeMerge.of(lake.root(), MergeSettings.DEFAULT).closedDays(MIDNIGHT + DAY_MILLIS, NOW);
        lake.put(20, 30, MIDNIGHT);
        assertThat(lists.round(FIRST)).isEqualTo(1);
        assertThat(listed()).containsExactly(address("merged-1-0.parquet"), address("part-2.parquet"));
    }

    @Test
    void onlyListsThatChangedAreWrittenAndOnlyOfTheDaysAskedFor() throws IOException {
        lake.put(0, 10, MIDNIGHT);
        lake.put(10, 20, MIDNIGHT + DAY_MILLIS);

        assertThat(lists.round(LocalDate.parse("2026-03-05"))).isEqualTo(1);
        assertThat(lists.round(FIRST)).isEqualTo(1);
        assertThat(lists.round(FIRST)).isZero();
    }

    @Test
    void noListEverNamesAFileThatIsGone() throws IOException {
        LakeMerge merge = LakeMerge.of(lake.root(), MergeSettings.DEFAULT.withKeep(Duration.ZERO))
                .keeping(lists);
        lake.put(0, 10, MIDNIGHT);
        lists.round(FIRST);
        LakeMerge.of(lake.root(), MergeSettings.DEFAULT).closedDays(MIDNIGHT + DAY_MILLIS, NOW);
        assertThat(listed()).containsExactly(address("part-0.parquet"));

        assertThat(merge.round(MIDNIGHT, NOW).removed()).isEqualTo(1);
        assertThat(listed()).containsExactly(address("merged-1-0.parquet"));
        assertThat(lake.files()).containsExactly("_files", "merged-1-0.parquet");
    }

    @Test
    void aMergeListsWhatItHasMerged() throws IOException {
        lake.put(0, 10, MIDNIGHT);
        LakeMerge.of(lake.root(), MergeSettings.DEFAULT).keeping(lists).closedDays(MIDNIGHT + DAY_MILLIS, NOW);
        assertThat(listed()).containsExactly(address("merged-1-0.parquet"));
    }

    @Test
    void theLogAndDeadLettersAreFoundWithoutAList() throws IOException {
        new TestLake(lake.root()).put(NumberedRows.row(LakeTable.COMMAND.ordinal()));
        assertThat(lists.round(FIRST)).isZero();
        assertThat(lake.root().resolve("listed")).doesNotExist();
    }
}
