package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.EventType;
import io.stockmate.core.message.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LakeTableTest {
    @Test
    void everyEventHasATableOfItsName() {
        for (EventType type : EventType.values()) {
            assertThat(LakeTable.of(type).tableName()).isEqualTo(type.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void namesOfTablesAreFixed() {
        assertThat(Arrays.stream(LakeTable.values()).map(LakeTable::tableName))
                .containsExactly(
                        "command",
                        "execution_report",
                        "order_cancel_reject",
                        "trade",
                        "trade_corrected",
                        "stock_level",
                        "top_of_book",
                        "accepted",
                        "business_reject",
                        "dead_letter",
                        "alert",
                        "demand",
                        "forecast",
                        "forecast_score",
                        "suggestion",
                        "alert_advice",
                        "transfer",
                        "usage");
    }

    @Test
    void eventIsHeaderThenChainThenBody() {
        assertThat(names(LakeTable.TRADE))
                .containsExactly(
                        "symbol",
                        "seq",
                        "commandSeq",
                        "execId",
                        "ts",
                        "chain",
                        "tradeId",
                        "price",
                        "qty",
                        "buyOrderId",
                        "sellOrderId",
                        "buyer",
                        "seller",
                        "aggressorSide",
                        "currency",
                        "dueAt");
    }

    @Test
    void logHasItsCauseInline() {
        assertThat(names(LakeTable.COMMAND))
                .containsExactly(
                        "commandSeq",
                        "shardId",
                        "sequenceNumber",
                        "subSequence",
                        "arrivedAt",
                        "partitionKey",
                        "symbol",
                        "data");
    }

    /** Athena knows names in lower case only, and {@code dt} is the partition. */
    @ParameterizedTest
    @EnumSource
    void columnsDifferEvenInLowerCase(LakeTable table) {
        assertThat(names(table).stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .doesNotContain("dt");
    }

    private static List<String> names(LakeTable table) {
        return table.columns().stream().map(Field::name).toList();
    }

    @Test
    void mergedRowsAreSortedBySymbolAndReportsByCategoryFirst() {
        for (LakeTable table : LakeTable.values()) {
            if (table.isMerged()) {
                assertThat(names(table)).containsAll(table.mergedOrder());
                assertThat(table.mergedOrder().get(0))
                        .isEqualTo(table == LakeTable.EXECUTION_REPORT ? "category" : "symbol");
            }
        }
        assertThat(LakeTable.EXECUTION_REPORT.mergedOrder()).containsExactly("category", "symbol", "seq");
        assertThat(LakeTable.ALERT.mergedOrder()).containsExactly("symbol", "lastSeq");
    }
}
