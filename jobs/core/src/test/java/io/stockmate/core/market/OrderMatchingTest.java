package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestOrders.limit;
import static io.stockmate.core.market.TestOrders.market;
import static io.stockmate.core.market.TestOrders.order;
import static io.stockmate.core.market.TestOrders.postOnly;
import static io.stockmate.core.market.TestOrders.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Category;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.junit.jupiter.api.Test;

/** What a new order meets, and what becomes of its rest. */
class OrderMatchingTest {
    private final TestMarket market = TestMarket.ofShares();

    @Test
    void restingOrderIsReportedThenTheTopOfBook() {
        assertThat(market.buy("ANN", "b1", 10, "9.5")).containsExactly("NEW ANN/b1 NEW 0+10", "TOP 10@9.5 | -");
    }

    @Test
    void tradeTakesTheRestingPriceAndReportsTheRestingOrderFirst() {
        market.sell("SAM", "s1", 10, "10");

        assertThat(market.buy("ANN", "b1", 4, "11"))
                .containsExactly(
                        "NEW ANN/b1 NEW 0+4",
                        "TRADE 4@10 ANN<-SAM by BUY",
                        "TRADE SAM/s1 4@10 PARTIALLY_FILLED 4+6",
                        "TRADE ANN/b1 4@10 FILLED 4+0",
                        "TOP - | 6@10");
    }

    @Test
    void betterPriceTradesFirstThenEarlierPlace() {
        market.sell("SAM", "s1", 5, "10.02");
        market.sell("SUE", "s2", 5, "10.01");
        market.sell("SAM", "s3", 5, "10.01");

        assertThat(market.buy("ANN", "b1", 12, "10.02"))
                .filteredOn(line -> line.startsWith("TRADE 5") || line.startsWith("TRADE 2"))
                .containsExactly(
                        "TRADE 5@10.01 ANN<-SUE by BUY",
                        "TRADE 5@10.01 ANN<-SAM by BUY",
                        "TRADE 2@10.02 ANN<-SAM by BUY");
    }

    @Test
    void averagePriceIsRoundedHalfEven() {
        market.sell("SAM", "s1", 1, "10");
        market.sell("SAM", "s2", 2, "10.01");
        market.buy("ANN", "b1", 3, "10.01");

        assertThat(market.lastReportOf("b1").avgPx()).isEqualTo(100_067);
    }

    @Test
    void immediateOrCancelEndsWithNoMatch() {
        market.sell("SAM", "s1", 3, "10");

        assertThat(market.send("ANN", limit("b1", Side.BUY, 5, "10", TimeInForce.IOC)))
                .endsWith("CANCELED ANN/b1 CANCELED 3+0 NO_MATCH", "TOP - | -");
        assertThat(market.lastReportOf("b1").category()).isEqualTo(Category.no_match_buy);
    }

    @Test
    void fillOrKillThatCannotFillTradesNothing() {
        market.sell("SAM", "s1", 3, "10");

        assertThat(market.send("ANN", limit("b1", Side.BUY, 5, "10", TimeInForce.FOK)))
                .containsExactly("NEW ANN/b1 NEW 0+5", "CANCELED ANN/b1 CANCELED 0+0 NO_MATCH");
    }

    @Test
    void fillOrKillThatCanFillDoes() {
        market.sell("SAM", "s1", 3, "10");
        market.sell("SAM", "s2", 3, "10.5");

        assertThat(market.send("ANN", limit("b1", Side.BUY, 5, "10.5", TimeInForce.FOK)))
                .contains("TRADE ANN/b1 2@10.5 FILLED 5+0");
    }

    @Test
    void fillOrKillLeavesOutItsOwnAccount() {
        market.sell("SAM", "s1", 3, "10");
        market.sell("ANN", "s2", 3, "10");

        assertThat(market.send(
                        "ANN",
                        order(
                                "b1",
                                Side.BUY,
                                OrdType.LIMIT,
                                5,
                                units("10"),
                                TimeInForce.FOK,
                                NONE,
                                false,
                                SelfTradePrevention.CANCEL_RESTING,
                                NONE)))
                .containsExactly("NEW ANN/b1 NEW 0+5", "CANCELED ANN/b1 CANCELED 0+0 NO_MATCH");
    }

    @Test
    void marketOrderSweepsAndItsRestEndsWithNoMatch() {
        market.buy("ANN", "b1", 3, "9");
        market.buy("ANN", "b2", 3, "1");

        assertThat(market.send("SAM", market("s1", Side.SELL, 10, TimeInForce.IOC)))
                .contains("TRADE 3@9 ANN<-SAM by SELL", "TRADE 3@1 ANN<-SAM by SELL")
                .endsWith("CANCELED SAM/s1 CANCELED 6+0 NO_MATCH", "TOP - | -");
        assertThat(market.lastReportOf("s1").category()).isEqualTo(Category.no_match_sell);
    }

    @Test
    void marketOrderIntoAnEmptyBookIsNewThenCanceled() {
        assertThat(market.send("ANN", market("b1", Side.BUY, 5, TimeInForce.IOC)))
                .containsExactly("NEW ANN/b1 NEW 0+5", "CANCELED ANN/b1 CANCELED 0+0 NO_MATCH");
    }

    @Test
    void postOnlyRestsOrIsRejected() {
        market.sell("SAM", "s1", 1, "10");

        assertThat(market.send("ANN", postOnly("b1", Side.BUY, 1, "10")))
                .containsExactly("REJECTED ANN/b1 REJECTED 0+0 99 WOULD_CROSS");
        assertThat(market.send("ANN", postOnly("b2", Side.BUY, 1, "9.99"))).contains("NEW ANN/b2 NEW 0+1");
    }
}
