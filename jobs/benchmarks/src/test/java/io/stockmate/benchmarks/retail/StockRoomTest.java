package io.stockmate.benchmarks.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StockRoomTest {
    @Test
    void salesAndAdjustmentsAreIssuesAndCancellationsAreNot() {
        List<RetailRow> rows = List.of(
                new RetailRow("MUG", 1_000, 6, RetailRow.Kind.SALE),
                new RetailRow("MUG", 2_000, 2, RetailRow.Kind.CANCELLATION),
                new RetailRow("CUP", 2_000, 1, RetailRow.Kind.SALE),
                new RetailRow("MUG", 3_000, 80_995, RetailRow.Kind.ADJUSTMENT));

        assertThat(StockRoom.issues(rows))
                .containsExactly(
                        new Issue("MUG", 1_000, 6, false),
                        new Issue("CUP", 2_000, 1, false),
                        new Issue("MUG", 3_000, 80_995, true));
    }

    @Test
    void rowThatTheMarketRefusesIsNamed() {
        List<RetailRow> rows = List.of(new RetailRow("MUG", 1_000, 1_000_000_000_000L, RetailRow.Kind.SALE));

        assertThatThrownBy(() -> StockRoom.issues(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MUG")
                .hasMessageContaining("refused");
    }

    @Test
    void symbolThatNoCommandMayHaveIsNamed() {
        List<RetailRow> rows = List.of(new RetailRow("M".repeat(33), 1_000, 1, RetailRow.Kind.SALE));

        assertThatThrownBy(() -> StockRoom.issues(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be a command");
    }
}
