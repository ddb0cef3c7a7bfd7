package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.junit.jupiter.api.Test;

/** Sums that must stay within what can be counted, however many orders and trades make them up. */
class MarketLimitsTest {
    private static final long QUANTITY_MAX = 999_999_999_999L;

    private final TestMarket market = new TestMarket();

    @Test
    void ownOrdersThatAreTakenOutOfTheWayPayForNothing() {
        define(true, false);
        market.sell("ANN", "cheap", QUANTITY_MAX, "0.01");
        for (int i = 0; i < 11; i++) {
            market.sell("SAM", "dear" + i, 900_000, "99999999");
        }

        assertThat(market.send("ANN", marketBuy("b1", QUANTITY_MAX, SelfTradePrevention.CANCEL_RESTING)))
                .containsExactly("REJECTED ANN/b1 REJECTED 0+0 3 EXCEEDS_MONEY_LIMIT");
        assertThat(market.send("ANN", marketBuy("b2", 900_000, SelfTradePrevention.CANCEL_RESTING)))
                .contains("CANCELED ANN/cheap CANCELED 0+0 SELF_TRADE", "TRADE ANN/b2 900000@99999999 FILLED 900000+0");
    }

    private static NewOrder marketBuy(String id, long quantity, SelfTradePrevention prevention) {
        return order(id, Side.BUY, OrdType.MARKET, quantity, NONE, TimeInForce.IOC, NONE, false, prevention, NONE);
    }

    @Test
    void shortSellingEndsWhereItCanNoLongerBeCounted() {
        define(true, true);
        for (int i = 1; i <= 1_000; i++) {
            assertThat(market.sell("SAM", "s" + i, QUANTITY_MAX, "1"))
                    .first()
                    .asString()
                    .startsWith("NEW");
        }

        assertThat(market.sell("SAM", "more", QUANTITY_MAX, "1"))
                .containsExactly("REJECTED SAM/more REJECTED 0+0 3 EXCEEDS_STOCK_LIMIT");
        assertThat(market.sell("SUE", "s1", QUANTITY_MAX, "1"))
                .first()
                .asString()
                .startsWith("NEW");
    }

    private void define(boolean allowShort, boolean tracksStock) {
        market.operate(new DefineInstrument(
                "Bulk",
                null,
                "EUR",
                100,
                1,
                QUANTITY_MAX,
                0,
                allowShort,
                tracksStock,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE));
    }
}
