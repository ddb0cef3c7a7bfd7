package io.stockmate.benchmarks.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShelfTest {
    @Test
    void orderArrivesAfterSevenFullDays() {
        Shelf shelf = new Shelf();
        shelf.sell(0);
        shelf.orderUpTo(5);
        for (int day = 1; day <= 7; day++) {
            assertThat(shelf.sell(1)).as("day %d", day).isZero();
            shelf.orderUpTo(5);
        }
        assertThat(shelf.sell(2)).isEqualTo(2);
        assertThat(shelf.onHand()).isEqualTo(3);
    }

    @Test
    void demandBeyondTheStockIsLost() {
        Shelf shelf = new Shelf();
        shelf.fill(3);
        assertThat(shelf.sell(10)).isEqualTo(3);
        shelf.orderUpTo(0);
        assertThat(shelf.sell(1)).isZero();
    }

    @Test
    void stockAndOrdersTogetherNeverExceedTheLevel() {
        Shelf shelf = new Shelf();
        shelf.fill(10);
        double sold = 0;
        for (int day = 0; day < 8; day++) {
            sold += shelf.sell(2);
            shelf.orderUpTo(10);
        }
        assertThat(sold).isEqualTo(10);
        assertThat(shelf.sell(2)).as("the first day's order").isEqualTo(2);
    }
}
