package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestOrders.deliveredIn;
import static io.stockmate.core.market.TestOrders.order;
import static io.stockmate.core.market.TestOrders.stop;
import static io.stockmate.core.market.TestOrders.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TradingStatus;
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

        assertThat(market.sell("SAM", "more", 1_000, "1"))
                .containsExactly("REJECTED SAM/more REJECTED 0+0 3 EXCEEDS_STOCK_LIMIT");
        assertThat(market.sell("SAM", "less", 999, "1")).first().asString().startsWith("NEW");
        assertThat(market.sell("SUE", "s1", QUANTITY_MAX, "1"))
                .first()
                .asString()
                .startsWith("NEW");
    }

    @Test
    void buyingEndsWhereGoodsOnHandAndOnOrderCanNoLongerBeCounted() {
        define(true, true);
        for (int i = 1; i < 1_000; i++) {
            market.receive("ANN", "m" + i, QUANTITY_MAX);
        }
        market.send("SAM", deliveredIn("s1", 3, QUANTITY_MAX, "1"));
        market.buy("ANN", "b1", QUANTITY_MAX, "1");

        assertThat(market.buy("ANN", "b2", 1_000, "1"))
                .containsExactly("REJECTED ANN/b2 REJECTED 0+0 3 EXCEEDS_STOCK_LIMIT");
        assertThat(market.buy("ANN", "b3", 999, "1")).first().asString().startsWith("NEW");
    }

    @Test
    void whatAnIcebergHidesIsPaidFor() {
        define(true, false);
        iceberg("s1", 900_000, 600_000, "99999999");
        iceberg("s2", 900_000, 600_000, "99999999");

        assertThat(market.send("ANN", marketBuy("b1", 1_100_000, null)))
                .containsExactly("REJECTED ANN/b1 REJECTED 0+0 3 EXCEEDS_MONEY_LIMIT");
    }

    private void iceberg(String id, long quantity, long shown, String price) {
        market.send(
                "SAM",
                new NewOrder(
                        id,
                        Side.SELL,
                        OrdType.LIMIT,
                        quantity,
                        units(price),
                        NONE,
                        TimeInForce.GTC,
                        NONE,
                        shown,
                        NONE,
                        false,
                        null,
                        NONE,
                        null));
    }

    @Test
    void stopThatWouldCostTooMuchWhenItIsTriggeredEnds() {
        define(true, false);
        assertThat(market.send("ANN", stop("b1", Side.BUY, 1_100_000, "99999999")))
                .containsExactly("NEW ANN/b1 NEW 0+1100000");
        market.sell("SAM", "s1", 900_000, "99999999");
        market.sell("SAM", "s2", 900_000, "99999999");

        assertThat(market.buy("BOB", "b2", 1, "99999999"))
                .contains("TRIGGERED ANN/b1 NEW 0+1100000", "CANCELED ANN/b1 CANCELED 0+0 EXCEEDS_MONEY_LIMIT");
    }

    @Test
    void orderThatWouldTradeForTooMuchWhenTradingOpensEnds() {
        define(true, false);
        market.sell("SAM", "s1", 1_100_000, "1");
        market.buy("ANN", "b1", 400_000, "1");
        market.operate(new SetTradingStatus(TradingStatus.HALTED, "news"));
        market.buy("ANN", "b2", 700_000, "99999999");
        market.replace("SAM", "s2", "s1", 1_100_000, "0.5");
        market.correct(1, "99999999", NONE);

        assertThat(market.operate(new SetTradingStatus(TradingStatus.OPEN, "news are out")))
                .contains("CANCELED SAM/s2 CANCELED 400000+0 EXCEEDS_MONEY_LIMIT");
    }

    @Test
    void marketOrderPaysForWhatTheBandHolds() {
        define(true, false);
        market.sell("SAM", "s1", 900_000, "99999998");
        market.sell("SAM", "s2", 900_000, "99999999");

        define(true, false, units("99999999"));
        assertThat(market.send("ANN", marketBuy("b1", 1_100_000, null)))
                .containsExactly("REJECTED ANN/b1 REJECTED 0+0 3 EXCEEDS_MONEY_LIMIT");
        define(true, false, units("99999998"));
        assertThat(market.send("ANN", marketBuy("b2", 1_100_000, null)))
                .contains("CANCELED ANN/b2 CANCELED 900000+0 NO_MATCH");
    }

    @Test
    void replacementCountsWhatHasTradedAndWhatIsLeft() {
        define(true, false);
        market.buy("ANN", "b1", 900_000, "99999999");
        market.sell("SAM", "s1", 100_000, "99999999");

        assertThat(market.replace("ANN", "r1", "b1", 1_000_001, ""))
                .containsExactly("CANCEL_REJECT r1 of b1 SKU-1-2 PARTIALLY_FILLED 99 EXCEEDS_MONEY_LIMIT");
        assertThat(market.replace("ANN", "r2", "b1", 1_000_000, ""))
                .first()
                .asString()
                .startsWith("REPLACED");
    }

    private void define(boolean allowShort, boolean tracksStock) {
        define(allowShort, tracksStock, NONE);
    }

    private void define(boolean allowShort, boolean tracksStock, long bandHighPx) {
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
                bandHighPx,
                NONE,
                NONE,
                NONE,
                NONE));
    }
}
