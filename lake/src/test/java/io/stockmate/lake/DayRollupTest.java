package io.stockmate.lake;

import static io.stockmate.lake.MergedLake.DAY_MILLIS;
import static io.stockmate.lake.MergedLake.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.UsageMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When days are rolled up, and when not. */
class DayRollupTest {
    private static final long NOW = 1_000_000_000_000L;
    private static final String DAY = "dt=2026-03-04";

    @TempDir
    Path directory;

    private TwinLakes lakes;

    @BeforeEach
    void open() {
        lakes = new TwinLakes(directory);
    }

    private LakeMerge merge() {
        return LakeMerge.of(lakes.root(), MergeSettings.DEFAULT);
    }

    @Test
    void aDayOfWhichNothingComesToLessIsReadAsItIs() throws IOException {
        lakes.put(TestRows.stock("A", 1, "a", 1), TestRows.stock("B", 2, "a", 1));
        assertThat(merge().closedDays(Long.MAX_VALUE, NOW).days()).isEqualTo(1);
        assertThat(merge().closedDays(Long.MAX_VALUE, NOW).days()).isZero();

        assertThat(lakes.filesOf(Rollup.STOCK_LEVEL_BY_DAY)).containsExactly("merged-1-0.parquet");
        assertThat(lakes.filesIn(LakeTable.STOCK_LEVEL, DAY))
                .containsExactly("_files", "merged-1-0.parquet", "part-1.parquet");
    }

    @Test
    void sumsBeyondTheirColumnAreToldOnceAndLeaveTheDayMerged() throws IOException {
        lakes.put(IntStream.range(0, 6)
                .mapToObj(n -> TestRows.usage("a", UsageMeter.VOLUME, MIDNIGHT, Long.MAX_VALUE / 4))
                .toArray(LakeRow[]::new));

        assertThat(merge().closedDays(Long.MAX_VALUE, NOW).problems())
                .singleElement()
                .asString()
                .startsWith("usage/" + DAY + " is not rolled up: ");
        assertThat(merge().closedDays(Long.MAX_VALUE, NOW).problems()).isEmpty();
        assertThat(lakes.filesOf(Rollup.USAGE_BY_DAY)).containsExactly("merged-1-0.parquet");
    }

    @Test
    void daysOfAnEarlierVersionAreRolledUpAFewARound() throws IOException {
        for (int day = 0; day < 25; day++) {
            long hour = MIDNIGHT + day * DAY_MILLIS;
            lakes.put(TestRows.usage("a", UsageMeter.TRADES, hour, 1), TestRows.usage("a", UsageMeter.TRADES, hour, 2));
        }
        long closed = MIDNIGHT + 40 * DAY_MILLIS;
        merge().round(closed, NOW);
        assertThat(lakes.filesOf(Rollup.USAGE_BY_DAY))
                .filteredOn(name -> name.endsWith(".rollup"))
                .hasSize(20);
        merge().round(closed, NOW);
        assertThat(lakes.filesOf(Rollup.USAGE_BY_DAY)).allMatch(name -> name.endsWith(".rollup"));
    }
}
