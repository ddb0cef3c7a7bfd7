package io.stockmate.lake;

import static io.stockmate.lake.MergedLake.DAY_MILLIS;
import static io.stockmate.lake.MergedLake.HOUR_MILLIS;
import static io.stockmate.lake.MergedLake.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What days come to is what their rows come to, whatever has been merged, and a small part of the rows once it has. */
class RollupTest {
    private static final long NOW = 1_000_000_000_000L;
    private static final Duration KEEP = Duration.ofMinutes(10);
    private static final long CLOSED = MIDNIGHT + DAY_MILLIS + HOUR_MILLIS;
    private static final String DAY = "dt=2026-03-04";
    private static final int FILES = 4;
    private static final int ROWS_A_FILE = 120;

    @TempDir
    Path root;

    private final SplittableRandom random = new SplittableRandom(5);
    private TestLake lake;
    private long rows;

    @BeforeEach
    void write() {
        lake = new TestLake(root);
        IntStream.range(0, FILES).forEach(file -> put(MIDNIGHT));
    }

    /** Rows of all that is rolled up, and of two days as they may be: hours end, and days are told, a little later. */
    private void put(long midnight) {
        lake.put(IntStream.range(0, ROWS_A_FILE)
                .mapToObj(row -> row(row % 3, midnight + random.nextLong(DAY_MILLIS)))
                .toArray(LakeRow[]::new));
    }

    private LakeRow row(int kind, long ts) {
        String symbol = "SKU-" + random.nextInt(3);
        String account = "account-" + random.nextInt(4);
        long value = 1 + random.nextLong(1_000_000);
        long seq = ++rows;
        return switch (kind) {
            case 0 ->
                TestLake.row(
                        new StockLevel(account, value, 1, value - 1, 0, StockReason.COUNT, 0, null, Absent.NUMBER),
                        symbol,
                        seq,
                        ts);
            case 1 -> {
                UsageMeter meter = UsageMeter.values()[random.nextInt(UsageMeter.values().length)];
                long hour = ts - ts % HOUR_MILLIS - HOUR_MILLIS;
                yield new LakeRow.OfUsage(new UsageRecord(symbol, seq, ts, "id-" + seq, account, meter, hour, value));
            }
            default -> new LakeRow.OfDemand(demand(symbol, account, value, ts, seq));
        };
    }

    private DemandDay demand(String symbol, String account, long value, long ts, long seq) {
        long day = MIDNIGHT - DAY_MILLIS * (1 + value % 2);
        if (random.nextInt(4) == 0) {
            return DemandDay.ofSymbol(symbol, ts, seq, day, value, -value / 2);
        }
        long absent = Absent.NUMBER;
        long demand = random.nextBoolean() ? absent : value * 10_000;
        return new DemandDay(
                symbol, ts, seq, account, day, value, value / 3, 7 * value, demand, 0, absent, absent, absent);
    }

    private LakeMerge merge() {
        return LakeMerge.of(root, MergeSettings.DEFAULT.withKeep(KEEP));
    }

    private static String question(Rollup rollup, String relation) {
        return switch (rollup) {
            case DEMAND_BY_DAY ->
                "SELECT symbol, bucketStart, sum(sold), sum(issued), sum(unmet), sum(lost), sum(late) FROM " + relation
                        + " GROUP BY ALL ORDER BY ALL";
            case STOCK_LEVEL_BY_DAY ->
                "SELECT symbol, account, dt, max(seq), max_by(ts, seq), max_by(onHand, seq), max_by(allocated, seq),"
                        + " max_by(available, seq), max_by(onOrder, seq) FROM "
                        + relation + " GROUP BY ALL ORDER BY ALL";
            case USAGE_BY_DAY ->
                "SELECT account, meter, CAST(hour AS DATE) AS day, sum(value) FROM " + relation
                        + " GROUP BY ALL ORDER BY ALL";
        };
    }

    private List<List<@Nullable Object>> ask(String sql) {
        try (LakeQueries queries = LakeQueries.open(root)) {
            return queries.ask(sql).rows();
        }
    }

    private void answersAreThoseOfTheRows(Rollup rollup) {
        assertThat(ask(question(rollup, rollup.tableName())))
                .hasSizeGreaterThan(5)
                .isEqualTo(ask(question(rollup, rollup.storedWith().tableName())));
        assertThat(ask("SELECT CAST(sum(accountsUnknown) AS BIGINT) FROM lost_sales"))
                .isEqualTo(ask("SELECT count(*) FROM demand WHERE account IS NOT NULL AND demand IS NULL"));
    }

    private long rowsOf(Relation relation) {
        return (Long) Objects.requireNonNull(
                ask("SELECT count(*) FROM " + relation.tableName()).get(0).get(0));
    }

    private List<String> filesOf(Relation relation) {
        return new LakeFiles(root)
                .of(relation).stream()
                        .map(file -> file.getFileName().toString())
                        .toList();
    }

    @ParameterizedTest
    @EnumSource
    void anUnmergedDayIsReadAsItIs(Rollup rollup) {
        assertThat(filesOf(rollup)).isEqualTo(filesOf(rollup.storedWith())).hasSize(FILES);
        answersAreThoseOfTheRows(rollup);
    }

    @ParameterizedTest
    @EnumSource
    void anOpenDayIsReadAsItIs(Rollup rollup) throws IOException {
        merge().round(CLOSED - 1, NOW);

        assertThat(filesOf(rollup)).isEqualTo(filesOf(rollup.storedWith())).containsExactly("merged-1-0.parquet");
        answersAreThoseOfTheRows(rollup);
    }

    @ParameterizedTest
    @EnumSource
    void aClosedDayHasARowForEachGroup(Rollup rollup) throws IOException {
        merge().round(CLOSED, NOW);

        assertThat(filesOf(rollup)).containsExactly("merged-1-rollup.parquet");
        assertThat(filesOf(rollup.storedWith())).containsExactly("merged-1-0.parquet");
        assertThat(rowsOf(rollup))
                .isEqualTo(
                        ask(question(rollup, rollup.storedWith().tableName())).size())
                .isLessThan(rowsOf(rollup.storedWith()) / 2);
        answersAreThoseOfTheRows(rollup);
    }

    @ParameterizedTest
    @EnumSource
    void lateRowsCountAtOnceAndOnce(Rollup rollup) throws IOException {
        merge().round(CLOSED, NOW);
        put(MIDNIGHT);
        assertThat(filesOf(rollup)).hasSize(2).contains("merged-1-rollup.parquet");
        answersAreThoseOfTheRows(rollup);

        merge().round(CLOSED + HOUR_MILLIS, NOW);
        assertThat(filesOf(rollup)).containsExactly("merged-2-rollup.parquet");
        answersAreThoseOfTheRows(rollup);

        merge().round(CLOSED + HOUR_MILLIS, NOW + KEEP.toMillis());
        assertThat(filesIn(rollup.storedWith()))
                .containsExactly("_files", "merged-2-0.parquet", "merged-2-rollup.parquet");
        answersAreThoseOfTheRows(rollup);
    }

    private List<String> filesIn(LakeTable table) throws IOException {
        try (Stream<Path> list = Files.list(root.resolve(table.tableName()).resolve(DAY))) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Where book time went back, as after a log was replayed from its beginning. */
    @ParameterizedTest
    @EnumSource
    void aDayThatOpensAgainIsReadAsItIs(Rollup rollup) throws IOException {
        merge().round(CLOSED, NOW);
        put(MIDNIGHT);
        DayFolder folder = new DayFolders(new org.apache.flink.core.fs.Path(root.toUri()))
                .of(rollup.storedWith(), LocalDate.parse("2026-03-04"));
        DayFiles state = folder.state(folder.names());
        new DayMerge(rollup.storedWith(), folder, MergeSettings.DEFAULT, root)
                .run(state, state.unmerged(folder.names()), false, CLOSED, NOW);

        assertThat(filesOf(rollup)).isEqualTo(filesOf(rollup.storedWith())).hasSize(2);
        answersAreThoseOfTheRows(rollup);
    }

    @ParameterizedTest
    @EnumSource
    void aKilledMergeLeavesNothingThatCounts(Rollup rollup) throws IOException {
        Path day = root.resolve(rollup.storedWith().tableName()).resolve(DAY);
        Files.writeString(day.resolve("merged-1-rollup.parquet"), "half a file");
        answersAreThoseOfTheRows(rollup);

        merge().round(MIDNIGHT, NOW);
        assertThat(filesIn(rollup.storedWith())).doesNotContain("merged-1-rollup.parquet");
    }

    @Test
    void listsNameWhatIsRolledUp() throws IOException {
        LakeLists lists = new LakeLists(new org.apache.flink.core.fs.Path(root.toUri()), "s3://bucket/lake");
        lists.round(LocalDate.MIN);
        merge().keeping(lists).round(CLOSED, NOW);
        put(MIDNIGHT);
        lists.round(LocalDate.MIN);

        for (Rollup rollup : Rollup.values()) {
            String address = "s3://bucket/lake/" + rollup.storedWith().tableName() + "/" + DAY + "/";
            assertThat(Files.readAllLines(
                            root.resolve("listed").resolve(rollup.tableName()).resolve(DAY + "/files")))
                    .isEqualTo(filesOf(rollup).stream().map(address::concat).toList())
                    .hasSize(2);
        }
    }
}
