package io.stockmate.benchmarks.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StockFrontierTest {
    private final StockFrontier frontier =
            new StockFrontier(List.of(new StockOutcome(0.75, 200), new StockOutcome(0.25, 100)));

    @Test
    void betweenTwoPointsStockIsOnTheirLine() {
        assertThat(frontier.stockAt(0.5)).hasValue(150);
    }

    @Test
    void beyondTheLastPointNothingIsKnown() {
        assertThat(frontier.stockAt(0.99)).isEmpty();
        assertThat(frontier.stockAt(0.2)).isEmpty();
    }
}
