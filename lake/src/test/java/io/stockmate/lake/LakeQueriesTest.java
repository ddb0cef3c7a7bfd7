package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.EventType;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.lake.Answer.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LakeQueriesTest {
    private static final TopOfBook BODY = new TopOfBook(1, 2, 3, 4);

    @TempDir
    Path root;

    @Test
    void decimalsAndTimesAreSuchInTheSchema() {
        new TestLake(root).put(TestLake.row(Specimens.full(EventType.TRADE), "S", 1));
        assertThat(schemaOf("trade"))
                .containsExactly(
                        "symbol VARCHAR",
                        "seq BIGINT",
                        "commandSeq BIGINT",
                        "execId VARCHAR",
                        "ts TIMESTAMP",
                        "chain BIGINT",
                        "tradeId VARCHAR",
                        "price DECIMAL(18,4)",
                        "qty BIGINT",
                        "buyOrderId VARCHAR",
                        "sellOrderId VARCHAR",
                        "buyer VARCHAR",
                        "seller VARCHAR",
                        "aggressorSide VARCHAR",
                        "currency VARCHAR",
                        "dueAt TIMESTAMP",
                        "dt DATE");
    }

    @Test
    void filesThemselvesCarryTheTypes() {
        new TestLake(root).put(TestLake.row(Specimens.full(EventType.TRADE), "S", 1));
        assertThat(rows("SELECT name, type, logical_type FROM parquet_schema('" + root
                        + "/trade/dt=2026-03-04/part-0.parquet') WHERE name IN ('ts', 'price', 'symbol')"))
                .containsExactly(
                        "symbol BYTE_ARRAY StringType()",
                        "ts INT64 TimestampType(isAdjustedToUTC=1, unit=TimeUnit(MILLIS=MilliSeconds(), MICROS=<null>, NANOS=<null>))",
                        "price INT64 DecimalType(scale=4, precision=18)");
    }

    @Test
    void filesAreCompressedWithZstd() {
        new TestLake(root).put(TestLake.row(BODY, "S", 1));
        assertThat(rows("SELECT DISTINCT compression FROM parquet_metadata('" + root
                        + "/top_of_book/dt=2026-03-04/part-0.parquet')"))
                .containsExactly("ZSTD");
    }

    @ParameterizedTest
    @EnumSource
    void emptyTableHasItsColumnsAndNoRows(LakeTable table) {
        List<String> empty = schemaOf(table.tableName());
        assertThat(rows("SELECT count(*) FROM " + table.tableName())).containsExactly("0");
        assertThat(schemaOf(table.tableName())).isEqualTo(empty);
        assertThat(empty).hasSize(table.columns().size() + 1).last().isEqualTo("dt DATE");
    }

    @Test
    void tablesAndSavedQueriesWithoutParametersAreViews() {
        List<String> expected = new ArrayList<>();
        Stream.of(LakeTable.values()).map(LakeTable::tableName).forEach(expected::add);
        Stream.of(Rollup.values()).map(Rollup::tableName).forEach(expected::add);
        NamedQuery.all().stream()
                .filter(NamedQuery::isView)
                .map(NamedQuery::name)
                .forEach(expected::add);
        assertThat(rows("SHOW TABLES")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void namesOfColumnsMayBeWrittenInAnyCase() {
        new TestLake(root).put(TestLake.row(BODY, "S", 1));
        assertThat(rows("SELECT BIDPX, bidpx FROM TOP_OF_BOOK")).containsExactly("0.0001 0.0001");
    }

    @Test
    void fileInProgressIsNotRead() throws IOException {
        new TestLake(root).put(TestLake.row(BODY, "S", 1));
        Path day = root.resolve("top_of_book/dt=2026-03-04");
        Files.writeString(day.resolve(".part-9.parquet.inprogress.1234"), "PAR1 half a file");
        Files.writeString(day.resolve(".part-9.parquet"), "PAR1 half a file");
        assertThat(rows("SELECT count(*) FROM top_of_book")).containsExactly("1");
    }

    @Test
    void columnThatOlderFilesLackIsNullInThem() throws IOException {
        new TestLake(root).put(TestLake.row(BODY, "S", 2));
        Path older = Files.createDirectories(root.resolve("top_of_book/dt=2026-03-03"));
        try (LakeQueries lake = LakeQueries.open(root)) {
            lake.ask("COPY (SELECT symbol, 1 AS seq, bidPx FROM top_of_book) TO '" + older + "/part-0.parquet'")
                    .close();
        }
        assertThat(rows("SELECT seq, bidPx, askPx, dt FROM top_of_book ORDER BY seq"))
                .containsExactly("1 0.0001 null 2026-03-03", "2 0.0001 0.0003 2026-03-04");
    }

    @Test
    void rootMayBearAnyName() throws IOException {
        Path odd = Files.createDirectories(root.resolve("it's [a] l*ke, dt=7"));
        new TestLake(odd).put(TestLake.row(BODY, "S", 1));
        try (LakeQueries lake = LakeQueries.open(odd)) {
            assertThat(rows(lake.ask("SELECT dt, bidQty FROM top_of_book"))).containsExactly("2026-03-04 2");
        }
    }

    @Test
    void newQuestionEndsTheAnswerBefore() {
        new TestLake(root).put(TestLake.row(BODY, "S", 1));
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThat(lake.ask("SELECT * FROM range(1000000)").next()).isTrue();
            assertThat(rows(lake.ask("SELECT count(*) FROM top_of_book"))).containsExactly("1");
        }
    }

    @Test
    void statementWithoutAnAnswerHasNoColumns() {
        try (LakeQueries lake = LakeQueries.open(root)) {
            Answer answer = lake.ask("SET threads = 1");
            assertThat(answer.columns()).isEmpty();
            assertThat(answer.next()).isFalse();
        }
    }

    @Test
    void answerTellsNamesAndTypes() {
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThat(lake.ask("SELECT sum(qty * price) AS turnover, max(ts) AS latest FROM trade")
                            .columns())
                    .containsExactly(new Column("turnover", "DECIMAL(38,4)"), new Column("latest", "TIMESTAMP"));
        }
    }

    @Test
    void badSqlIsRefusedOnOneLine() {
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThatThrownBy(() -> lake.ask("SELECT prize\nFROM trade"))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessageContaining("prize")
                    .hasMessageContaining("price")
                    .message()
                    .doesNotContain("\n");
            assertThat(rows(lake.ask("SELECT count(*) FROM trade"))).containsExactly("0");
        }
    }

    @Test
    void rowThatFailsIsRefusedWithTheReason() {
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThatThrownBy(() -> lake.ask("SELECT CAST('ten' || range AS INTEGER) FROM range(10)"))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessageContaining("ten0");
            assertThat(rows(lake.ask("SELECT count(*) FROM trade"))).containsExactly("0");
        }
    }

    @Test
    void unknownNameIsRefusedWithTheKnownOnes() {
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThatThrownBy(() -> lake.ask("matches"))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessage("there is no query matches; write SQL or one of match, no_match_buy, no_match_sell, "
                            + "no_match_other, order_history, counted_trades, lost_sales, history_of_order, bars, spread, "
                            + "fill_ratio, stock_at_seq, stock_at_time, top_products, usage_per_account, "
                            + "bought_together, cost_units");
        }
    }

    @Test
    void damagedFileIsNamed() throws IOException {
        Path day = Files.createDirectories(root.resolve("trade/dt=2026-03-04"));
        Files.writeString(day.resolve("part-0.parquet"), "this is no Parquet");
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThatThrownBy(() -> lake.ask("SELECT * FROM trade"))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessageContaining("part-0.parquet");
        }
    }

    @Test
    void missingLakeIsRefused() {
        Path missing = root.resolve("none");
        assertThatThrownBy(() -> LakeQueries.open(missing))
                .isInstanceOf(QueryRefused.class)
                .hasMessage("there is no lake at " + missing + "; name the directory that holds the tables");
    }

    @Test
    void tableWhoseNameIsNotWrittenOutIsNotTakenForEmpty() {
        new TestLake(root).put(TestLake.row(BODY, "S", 1));
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThatThrownBy(() -> lake.ask("SELECT * FROM query_table('top_of_' || 'book')")
                            .rows())
                    .isInstanceOf(QueryRefused.class)
                    .hasMessageContaining("not attached");
        }
    }

    @Test
    void nothingIsLoadedOverTheNetwork() {
        assertThat(rows("SELECT current_setting('autoinstall_known_extensions'), "
                        + "current_setting('autoload_known_extensions'), current_setting('threads'), "
                        + "current_setting('TimeZone')"))
                .containsExactly("false false 2 UTC");
    }

    @Test
    void memoryIsBoundedAndWhatSpillsIsRemoved() {
        Path spill;
        try (LakeQueries lake = LakeQueries.open(root)) {
            Answer answer = lake.ask("SELECT current_setting('memory_limit'), current_setting('temp_directory')");
            assertThat(answer.next()).isTrue();
            assertThat(answer.text(0)).isEqualTo("953.6 MiB");
            spill = Path.of(String.valueOf(answer.text(1)));
            assertThat(spill).isEmptyDirectory();
        }
        assertThat(spill).doesNotExist();
    }

    @Test
    void bytesReadAsTextWhereTheyAreText() {
        assertThat(rows("SELECT encode('{\"名\":1}'), CAST('\\x00\\xFF' AS BLOB), CAST('a\\x0A' AS BLOB)"))
                .containsExactly("{\"名\":1} \\x00ff \\x610a");
    }

    private List<String> schemaOf(String table) {
        return rows("SELECT column_name, column_type FROM (DESCRIBE " + table + ")");
    }

    private List<String> rows(String sql) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            return rows(lake.ask(sql));
        }
    }

    private static List<String> rows(Answer answer) {
        List<String> rows = new ArrayList<>();
        while (answer.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 0; column < answer.columns().size(); column++) {
                row.add(String.valueOf(answer.text(column)));
            }
            rows.add(String.join(" ", row));
        }
        return rows;
    }
}
