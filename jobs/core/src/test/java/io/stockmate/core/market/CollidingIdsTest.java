package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ids whose String.hashCode() is the same: a producer may choose them. */
class CollidingIdsTest {
    private static final int ORDERS = 20_000;
    private static final int PAIRS = 15;

    private final TestMarket market = TestMarket.ofShares();

    @Test
    void ordersWithIdsOfOneHashAreToldApart() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        market.buy("ANN", "Aa", 10, "9");
        market.buy("ANN", "BB", 20, "8");
        market.buy("ANN", "CC", 30, "7");

        assertThat(market.cancel("ANN", "x1", "Aa")).contains("CANCELED ANN/x1 CANCELED 0+0 BY_OWNER");
        assertThat(market.replace("ANN", "AaBB", "BB", 25, "8")).contains("REPLACED ANN/AaBB NEW 0+25");
        assertThat(market.replace("ANN", "BBAa", "CC", 35, "7")).contains("REPLACED ANN/BBAa NEW 0+35");
        market.snapshot().restore();

        assertThat(market.cancel("ANN", "x2", "AaBB")).contains("CANCELED ANN/x2 CANCELED 0+0 BY_OWNER");
        assertThat(market.cancel("ANN", "x3", "BBAa")).contains("CANCELED ANN/x3 CANCELED 0+0 BY_OWNER");
        assertThat(market.market().restingOrders()).isZero();
    }

    @Test
    @Timeout(10)
    void manyOrdersWithIdsOfOneHashCostNoMoreThanOthers() {
        for (int order = 0; order < ORDERS; order++) {
            market.buy("ANN", id(order), 1, "9");
        }
        assertThat(id(0)).hasSameHashCodeAs(id(ORDERS - 1));

        for (int order = 0; order < ORDERS; order++) {
            market.cancel("ANN", "x" + order, id(order));
        }

        assertThat(market.market().restingOrders()).isZero();
    }

    private static String id(int number) {
        StringBuilder id = new StringBuilder();
        for (int pair = 0; pair < PAIRS; pair++) {
            id.append((number >> pair & 1) == 0 ? "Aa" : "BB");
        }
        return id.toString();
    }
}
