package io.stockmate.lake;

import static io.stockmate.lake.TestRows.bought;
import static io.stockmate.lake.TestRows.stock;
import static io.stockmate.lake.TestRows.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.UsageMeter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the saved queries answer. */
class SavedAnswersTest extends SavedQueryTrial {
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

    private static BigDecimal price() {
        return new BigDecimal("12.3400");
    }
}
