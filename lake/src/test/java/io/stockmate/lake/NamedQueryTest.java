package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Category;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamedQueryTest {
    private static final long DAY_MILLIS = 86_400_000;

    @TempDir
    Path root;

    @BeforeEach
    void reportOnOrders() {
        new TestLake(root)
                .put(
                        report("S", 9, 1, ExecType.TRADE, OrdStatus.FILLED, Side.SELL, 10, 10, Category.match),
                        report("S", 3, 0, ExecType.TRADE, OrdStatus.PARTIALLY_FILLED, Side.BUY, 12, 10, Category.match),
                        report("S", 2, 0, ExecType.NEW, OrdStatus.NEW, Side.BUY, 12, 0, null),
                        report("S", 4, 1, ExecType.EXPIRED, OrdStatus.EXPIRED, Side.BUY, 12, 10, Category.no_match_buy),
                        report(
                                "A",
                                7,
                                1,
                                ExecType.CANCELED,
                                OrdStatus.CANCELED,
                                Side.SELL,
                                5,
                                0,
                                Category.no_match_sell),
                        report(
                                "A",
                                8,
                                1,
                                ExecType.REJECTED,
                                OrdStatus.REJECTED,
                                Side.BUY,
                                5,
                                0,
                                Category.no_match_other),
                        TestLake.row(Specimens.full(EventType.ORDER_CANCEL_REJECT), "A", 9),
                        new LakeRow.OfDemand(DemandDay.ofSymbol("SKU-001", Specimens.TIME, 5, Specimens.DAY, 17, -3)),
                        new LakeRow.OfDemand(Specimens.accountsDay()));
    }

    @Test
    void listIsThatOfTheFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("queries"))) {
            assertThat(NamedQuery.all().stream().map(query -> query.name() + ".sql"))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    static Stream<NamedQuery> queries() {
        return NamedQuery.all().stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryIsAQuestionAndWithoutParametersAView(NamedQuery query) {
        assertThat(query.question()).endsWith("?");
        assertThat(query.sql()).doesNotContain(";");
        if (query.isView()) {
            assertThat(ask("SELECT count(*) FROM " + query.name()))
                    .containsExactly(List.of((long) ask(query.name()).size()));
        }
    }

    /** A question mark without a name would shift all values behind it. */
    @ParameterizedTest
    @MethodSource("queries")
    void everyPlaceNamesAParameterAndEveryParameterHasAPlace(NamedQuery query) {
        assertThat(NamedQuery.places(query.sql()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        query.parameters().stream().map(QueryParameter::name).toList());
        assertThat(NamedQuery.places(query.sql()).count())
                .isEqualTo(query.sql()
                        .lines()
                        .filter(line -> !line.startsWith("--"))
                        .flatMapToInt(String::chars)
                        .filter(character -> character == '?')
                        .count());
        assertThat(query.sql().lines().filter(line -> line.startsWith("-- Parameter")))
                .hasSameSizeAs(query.parameters());
    }

    @Test
    void valuesThatAreMissingUnknownOrWrongAreRefused() {
        assertRefused(
                "stock_at_seq",
                Map.of("symbol", "S"),
                "stock_at_seq wants to be told seq: give --param seq=…; it takes symbol VARCHAR, seq BIGINT");
        assertRefused(
                "top_products",
                Map.of("top", "3"),
                "top_products has no parameter top; it takes from DATE = 2026-01-01, to DATE = 9999-12-31, products BIGINT = 10");
        assertRefused("match", Map.of("top", "3"), "match has no parameter top; it takes none");
        assertRefused("top_products", Map.of("products", "3; DROP"), "products is '3; DROP'; give a whole number");
        assertRefused(
                "top_products", Map.of("from", "yesterday"), "from is 'yesterday'; give a day such as 2026-03-04");
        assertRefused(
                "stock_at_time",
                Map.of("time", "noon"),
                "time is 'noon'; give a time in UTC such as '2026-03-04 14:30:00'");
        assertRefused("SELECT 1", Map.of("a", "b"), "parameters [a] go with a saved query, not with SQL");
    }

    private void assertRefused(String query, Map<String, String> parameters, String complaint) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThatThrownBy(() -> lake.ask(query, parameters))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessage(complaint);
        }
    }

    /** A query that names no day reads all days. */
    @ParameterizedTest
    @MethodSource("queries")
    void everyBudgetIsAboutTablesOfTheQuery(NamedQuery query) {
        assertThat(query.budget().percent()).isBetween(1, 100);
        assertThat(query.budget().tables()).isNotEmpty().allMatch(table -> Pattern.compile("\\b" + table + "\\b")
                .matcher(query.sql().replaceAll("(?m)^--.*$", ""))
                .find());
    }

    @Test
    void costUnitsAreRecordsBytesAndFilesOfEachTableAndDay() throws IOException {
        List<List<@Nullable Object>> expected = new ArrayList<>();
        for (LakeTable table : LakeTable.values()) {
            for (Path file : new LakeFiles(root).of(table)) {
                expected.add(row(
                        LocalDate.parse(
                                file.getParent().getFileName().toString().substring(3)),
                        table.tableName(),
                        (Long) ask("SELECT count(*) FROM '" + file + "'").get(0).get(0),
                        Files.size(file),
                        1L));
            }
        }
        assertThat(expected).hasSizeGreaterThan(2);
        assertThat(ask("cost_units", Map.of())).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(ask("cost_units", Map.of("to", "2026-03-01"))).isEmpty();
    }

    @Test
    void filesAreColumnsOnlyWhereTheyAreAskedFor() {
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThat(lake.ask("SELECT DISTINCT \"$file_size\" > 0, \"$path\" LIKE '%/demand/dt=%' FROM demand")
                            .rows())
                    .containsExactly(row(true, true));
            assertThat(lake.ask("SELECT * FROM demand").columns())
                    .extracting(Answer.Column::name)
                    .doesNotContain("$path")
                    .contains("dt");
        }
    }

    @Test
    void valueIsNeverPartOfTheSql() {
        assertThat(ask("history_of_order", Map.of("orderId", "x' OR '1' = '1"))).isEmpty();
        assertThat(ask("history_of_order", Map.of("orderId", "S-9"))).hasSize(1);
    }

    @Test
    void usageIsAddedUpByAccountAndMeter() {
        long hour = Specimens.DAY;
        new TestLake(root)
                .put(
                        usage("a", UsageMeter.TRADES, hour, 3),
                        usage("a", UsageMeter.TRADES, hour + 3_600_000, 4),
                        usage("a", UsageMeter.ORDERS, hour, 5),
                        usage("b", UsageMeter.TRADES, hour, 6),
                        usage("a", UsageMeter.TRADES, hour + DAY_MILLIS, 100),
                        usage("a", UsageMeter.TRADES, hour - 1, 1_000));

        assertThat(ask("usage_per_account", Map.of("from", "2026-03-04", "to", "2026-03-04")))
                .containsExactly(row("a", "ORDERS", 5L), row("a", "TRADES", 7L), row("b", "TRADES", 6L));
    }

    private static LakeRow usage(String account, UsageMeter meter, long hour, long value) {
        return new LakeRow.OfUsage(new UsageRecord("S", 1, hour + 3_600_000, "id", account, meter, hour, value));
    }

    @Test
    void boughtTogetherIsWhatLayInTheSameCartsAndIsInStock() {
        new TestLake(root)
                .put(
                        bought("A", 1, "ann", "cart-1"),
                        bought("B", 2, "ann", "cart-1"),
                        bought("C", 3, "ann", "cart-1"),
                        bought("A", 4, "bob", "cart-1"),
                        bought("B", 5, "bob", "cart-1"),
                        bought("B", 6, "bob", "cart-1"),
                        bought("D", 7, "sue", "cart-1"),
                        bought("A", 8, "sue", "cart-2"),
                        bought("D", 9, "ann", "cart-2"),
                        stock("B", 10, "shop-1", 5),
                        stock("B", 11, "shop-1", 2),
                        stock("B", 12, "shop-2", 4),
                        stock("C", 13, "shop-1", 9),
                        stock("C", 14, "shop-1", 0),
                        stock("D", 15, "shop-1", 9));

        assertThat(ask("bought_together", Map.of("symbol", "A"))).containsExactly(row("B", 2L, 6L));
    }

    private static LakeRow bought(String symbol, long seq, String account, String listId) {
        return TestLake.row(
                new ExecutionReport(
                        account,
                        "o-" + seq,
                        null,
                        symbol + "-" + seq,
                        ExecType.TRADE,
                        OrdStatus.FILLED,
                        Side.BUY,
                        OrdType.LIMIT,
                        1,
                        123_400,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        TimeInForce.DAY,
                        Absent.NUMBER,
                        1,
                        123_400,
                        1,
                        0,
                        123_400,
                        null,
                        null,
                        listId,
                        Category.match),
                symbol,
                seq);
    }

    private static LakeRow stock(String symbol, long seq, String account, long available) {
        return TestLake.row(
                new StockLevel(account, available, 0, available, 0, StockReason.COUNT, 0, null, Absent.NUMBER),
                symbol,
                seq);
    }

    private List<List<@Nullable Object>> ask(String name, Map<String, String> parameters) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            return lake.ask(name, parameters).rows();
        }
    }

    @Test
    void matchIsEveryFillInOrder() {
        assertThat(ask("SELECT symbol, seq, side, lastQty, lastPx FROM match"))
                .containsExactly(row("S", 3L, "BUY", 10L, price()), row("S", 9L, "SELL", 10L, price()));
    }

    @Test
    void noMatchBuyTellsWhatWasNotToBeHad() {
        assertThat(ask("SELECT symbol, seq, unmetQty FROM no_match_buy")).containsExactly(row("S", 4L, 2L));
    }

    @Test
    void noMatchSellTellsWhatWasNotSold() {
        assertThat(ask("SELECT symbol, seq, unmetQty FROM no_match_sell")).containsExactly(row("A", 7L, 5L));
    }

    @Test
    void noMatchOtherTellsWhy() {
        assertThat(ask("SELECT symbol, seq, ordRejReason, text FROM no_match_other"))
                .containsExactly(row("A", 8L, 99L, "WHY"));
    }

    @Test
    void lostSalesSetWhatWasSoldBesideWhatWasNotToBeHad() {
        assertThat(
                        ask(
                                "SELECT symbol, CAST(sold AS BIGINT), CAST(unmet AS BIGINT), lost, CAST(late AS BIGINT) FROM lost_sales"))
                .containsExactly(row("SKU-001", 9L, 17L, new BigDecimal("1.5000"), -3L));
    }

    @Test
    void orderHistoryIsAllReportsInOrder() {
        assertThat(ask("SELECT symbol, seq, report, execType FROM order_history"))
                .containsExactly(
                        row("A", 7L, "ExecutionReport", "CANCELED"),
                        row("A", 8L, "ExecutionReport", "REJECTED"),
                        row("A", 9L, "OrderCancelReject", null),
                        row("S", 2L, "ExecutionReport", "NEW"),
                        row("S", 3L, "ExecutionReport", "TRADE"),
                        row("S", 4L, "ExecutionReport", "EXPIRED"),
                        row("S", 9L, "ExecutionReport", "TRADE"));
    }

    @Test
    void countedTradesAreWhatCorrectionsHaveLeft() {
        new TestLake(root)
                .put(
                        TestLake.row(trade("S-T-1", 10), "S", 20),
                        TestLake.row(trade("S-T-2", 10), "S", 21),
                        TestLake.row(trade("S-T-3", 10), "S", 22),
                        TestLake.row(trade("S-T-1", 7), "A", 23),
                        TestLake.row(corrected("S-T-1", 0), "S", 24),
                        TestLake.row(corrected("S-T-2", 4), "S", 25));

        assertThat(ask("SELECT symbol, tradeId, qty, price, correctedFor FROM counted_trades"))
                .containsExactly(
                        row("A", "S-T-1", 7L, price(), null),
                        row("S", "S-T-2", 4L, new BigDecimal("12.3300"), "typo"),
                        row("S", "S-T-3", 10L, price(), null));
    }

    private static Trade trade(String tradeId, long qty) {
        return new Trade(tradeId, 123_400, qty, "S-1", "S-2", "b", "s", Side.BUY, "EUR", Absent.NUMBER);
    }

    private static TradeCorrected corrected(String tradeId, long newQty) {
        return new TradeCorrected(tradeId, "b", "s", 123_400, 10, 123_300, newQty, "typo");
    }

    @Test
    void nameIsAskedInAnyCase() {
        assertThat(ask(" No_Match_Buy\n")).hasSize(1);
    }

    private List<List<@Nullable Object>> ask(String nameOrSql) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            return lake.ask(nameOrSql).rows();
        }
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static BigDecimal price() {
        return new BigDecimal("12.3400");
    }

    private static LakeRow report(
            String symbol,
            long seq,
            int day,
            ExecType execType,
            OrdStatus ordStatus,
            Side side,
            long orderQty,
            long cumQty,
            @Nullable Category category) {
        boolean traded = execType == ExecType.TRADE;
        boolean rejected = execType == ExecType.REJECTED;
        ExecutionReport report = new ExecutionReport(
                "a",
                "o-" + seq,
                null,
                symbol + "-" + seq,
                execType,
                ordStatus,
                side,
                OrdType.LIMIT,
                orderQty,
                123_400,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                TimeInForce.DAY,
                Absent.NUMBER,
                traded ? 10 : 0,
                traded ? 123_400 : 0,
                cumQty,
                ordStatus.isTerminal() ? 0 : orderQty - cumQty,
                Absent.NUMBER,
                rejected ? OrdRejReason.OTHER : null,
                rejected ? "WHY" : null,
                null,
                category);
        return TestLake.row(report, symbol, seq, Specimens.TIME + day * DAY_MILLIS);
    }
}
