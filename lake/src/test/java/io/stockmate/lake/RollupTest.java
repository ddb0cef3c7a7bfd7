package io.stockmate.lake;

import static io.stockmate.lake.MergedLake.DAY_MILLIS;
import static io.stockmate.lake.MergedLake.HOUR_MILLIS;
import static io.stockmate.lake.MergedLake.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What days come to is what their rows come to, whatever has been merged, and a small part of the rows once it has. */
class RollupTest {
    private static final long NOW = 1_000_000_000_000L;
    private static final Duration KEEP = Duration.ofMinutes(10);
    private static final long CLOSED = MIDNIGHT + DAY_MILLIS + HOUR_MILLIS;
    private static final String DAY = "dt=2026-03-04";
    private static final int FILES = 4;
    private static final int ROWS_A_FILE = 120;

    @TempDir
    Path directory;

    private final RollupRows rows = new RollupRows();
    private TwinLakes lakes;

    @BeforeEach
    void write() {
        lakes = new TwinLakes(directory);
        for (int file = 0; file < FILES; file++) {
            put(DAY_MILLIS);
        }
        lakes.put(
                TestRows.bought("SKU-0", 1, "ann", "cart"),
                TestRows.bought("SKU-1", 2, "ann", "cart"),
                TestRows.bought("SKU-2", 3, "ann", "cart"));
    }

    /** From midnight on. */
    private void put(long duration) {
        lakes.put(rows.next(ROWS_A_FILE, MIDNIGHT, duration));
    }

    private LakeMerge merge() {
        return LakeMerge.of(lakes.root(), MergeSettings.DEFAULT.withKeep(KEEP));
    }

    /** What the rows of a relation come to. */
    private static String sums(Rollup rollup, String relation) {
        return switch (rollup) {
            case DEMAND_BY_DAY ->
                "SELECT symbol, bucketStart, sum(sold), sum(issued), sum(unmet), sum(lost), sum(late) FROM " + relation
                        + " GROUP BY ALL";
            case STOCK_LEVEL_BY_DAY ->
                "SELECT symbol, account, dt, max(seq), max_by(ts, seq), max_by(onHand, seq), max_by(allocated, seq),"
                        + " max_by(available, seq), max_by(onOrder, seq) FROM "
                        + relation + " GROUP BY ALL";
            case USAGE_BY_DAY ->
                "SELECT account, meter, CAST(hour AS DATE) AS day, sum(value) FROM " + relation + " GROUP BY ALL";
        };
    }

    private void comesToWhatTheRowsComeTo(Rollup rollup) {
        String rolledUp = sums(rollup, rollup.tableName());
        String ofRows = sums(rollup, rollup.storedWith().tableName());
        assertThat(lakes.ask("(" + rolledUp + " EXCEPT ALL " + ofRows + ") UNION ALL (" + ofRows + " EXCEPT ALL "
                        + rolledUp + ")"))
                .isEmpty();
    }

    private long count(String from) {
        return (Long) Objects.requireNonNull(
                lakes.ask("SELECT count(*) FROM " + from).get(0).get(0));
    }

    private static List<TwinLakes.Asked> savedQuestions() {
        List<TwinLakes.Asked> questions = new ArrayList<>(List.of(
                new TwinLakes.Asked("lost_sales", Map.of()),
                new TwinLakes.Asked("usage_per_account", Map.of()),
                new TwinLakes.Asked("bought_together", Map.of("symbol", "SKU-0"))));
        for (String day : List.of("2026-03-03", "2026-03-04")) {
            questions.add(new TwinLakes.Asked("usage_per_account", Map.of("from", day, "to", day)));
        }
        for (String time : List.of("04 00:00:00", "04 12:00:00", "04 23:59:59.999", "05 00:00:00", "05 01:00:00")) {
            questions.add(new TwinLakes.Asked("stock_at_time", Map.of("time", "2026-03-" + time)));
        }
        return questions;
    }

    @Test
    void savedQuestionsAreAnsweredAlikeInEveryState() throws IOException {
        merge().round(MIDNIGHT + HOUR_MILLIS, NOW);
        lakes.answerAlike(savedQuestions());
        merge().round(CLOSED, NOW);
        lakes.answerAlike(savedQuestions());
        put(2 * DAY_MILLIS);
        lakes.answerAlike(savedQuestions());
        merge().round(CLOSED + DAY_MILLIS, NOW);
        lakes.answerAlike(savedQuestions());
    }

    @Test
    void anUnmergedDayIsReadAsItIs() {
        assertThat(Rollup.values()).allSatisfy(rollup -> {
            assertThat(lakes.filesOf(rollup))
                    .isEqualTo(lakes.filesOf(rollup.storedWith()))
                    .hasSize(FILES);
            comesToWhatTheRowsComeTo(rollup);
        });
    }

    @Test
    void anOpenDayIsReadAsItIs() throws IOException {
        merge().round(CLOSED - 1, NOW);

        assertThat(Rollup.values()).allSatisfy(rollup -> {
            assertThat(lakes.filesOf(rollup))
                    .isEqualTo(lakes.filesOf(rollup.storedWith()))
                    .containsExactly("merged-1-0.parquet");
            comesToWhatTheRowsComeTo(rollup);
        });
    }

    /** As of days of demand, whose rows all come as the next one begins. */
    @Test
    void aDayThatAnHourMergedAsAWholeIsRolledUpWhenItIsClosed() throws IOException {
        merge().round(MIDNIGHT + HOUR_MILLIS, NOW);
        merge().round(CLOSED - 1, NOW);
        assertThat(Rollup.values())
                .allSatisfy(rollup -> assertThat(lakes.filesOf(rollup)).containsExactly("merged-1-0.parquet"));

        assertThat(merge().round(CLOSED, NOW).days()).isZero();

        assertThat(Rollup.values()).allSatisfy(rollup -> {
            assertThat(lakes.filesOf(rollup)).containsExactly("day-2.rollup");
            comesToWhatTheRowsComeTo(rollup);
        });
    }

    @Test
    void aClosedDayHasARowForEachGroup() throws IOException {
        merge().round(CLOSED, NOW);

        assertThat(Rollup.values()).allSatisfy(rollup -> {
            assertThat(lakes.filesOf(rollup)).containsExactly("day-2.rollup");
            assertThat(lakes.filesOf(rollup.storedWith())).containsExactly("merged-1-0.parquet");
            assertThat(count(rollup.tableName()))
                    .isEqualTo(count("(" + sums(rollup, rollup.storedWith().tableName()) + ")"))
                    .isBetween(6L, count(rollup.storedWith().tableName()) / 2);
            comesToWhatTheRowsComeTo(rollup);
        });
    }

    @Test
    void lateRowsCountAtOnceAndOnce() throws IOException {
        merge().round(CLOSED, NOW);
        put(2 * DAY_MILLIS);
        assertThat(Rollup.values()).allSatisfy(rollup -> {
            assertThat(lakes.filesOf(rollup)).contains("day-2.rollup").hasSizeGreaterThan(1);
            comesToWhatTheRowsComeTo(rollup);
        });

        merge().round(CLOSED + HOUR_MILLIS, NOW);
        merge().round(CLOSED + HOUR_MILLIS, NOW + KEEP.toMillis());

        assertThat(Rollup.values()).allSatisfy(rollup -> {
            assertThat(lakes.filesIn(rollup.storedWith(), DAY))
                    .containsExactly("_files", "day-4.rollup", "merged-3-0.parquet");
            assertThat(lakes.filesOf(rollup)).contains("day-4.rollup");
            comesToWhatTheRowsComeTo(rollup);
        });
    }

    /** Where book time went back, as after a log was replayed from its beginning. */
    @Test
    void aDayThatOpensAgainIsReadAsItIs() throws IOException {
        merge().round(CLOSED, NOW);
        put(DAY_MILLIS);
        DayFolders folders =
                new DayFolders(new org.apache.flink.core.fs.Path(lakes.root().toUri()));

        assertThat(Rollup.values()).allSatisfy(rollup -> {
            DayFolder folder = folders.of(rollup.storedWith(), LocalDate.parse("2026-03-04"));
            DayFiles state = folder.state(folder.names());
            new DayMerge(rollup.storedWith(), folder, MergeSettings.DEFAULT, lakes.root())
                    .run(state, state.unmerged(folder.names()), CLOSED, NOW);

            assertThat(lakes.filesOf(rollup))
                    .isEqualTo(lakes.filesOf(rollup.storedWith()))
                    .hasSize(2);
            comesToWhatTheRowsComeTo(rollup);
        });
    }

    @Test
    void aKilledMergeLeavesNothingThatCounts() throws IOException {
        for (Rollup rollup : Rollup.values()) {
            Path day = lakes.root().resolve(rollup.storedWith().tableName()).resolve(DAY);
            Files.writeString(day.resolve("day-2.rollup"), "half a file");
            Files.writeString(day.resolve(".day-2.rollup"), "half a file");
            comesToWhatTheRowsComeTo(rollup);
        }

        merge().round(MIDNIGHT, NOW);

        assertThat(Rollup.values()).allSatisfy(rollup -> assertThat(lakes.filesIn(rollup.storedWith(), DAY))
                .doesNotContain("day-2.rollup", ".day-2.rollup"));
    }

    @Test
    void listsNameWhatIsRolledUp() throws IOException {
        LakeLists lists =
                new LakeLists(new org.apache.flink.core.fs.Path(lakes.root().toUri()), "s3://bucket/lake");
        lists.round(LocalDate.MIN);
        merge().keeping(lists).round(CLOSED, NOW);
        put(DAY_MILLIS);
        lists.round(LocalDate.MIN);

        for (Rollup rollup : Rollup.values()) {
            String address = "s3://bucket/lake/" + rollup.storedWith().tableName() + "/" + DAY + "/";
            assertThat(Files.readAllLines(lakes.root()
                            .resolve("listed")
                            .resolve(rollup.tableName())
                            .resolve(DAY + "/files")))
                    .isEqualTo(
                            lakes.filesOf(rollup).stream().map(address::concat).toList())
                    .hasSize(2);
        }
    }
}
