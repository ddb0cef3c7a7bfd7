package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestOrders.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.junit.jupiter.api.Test;

/** What a correction does to the two orders of the trade. */
class CorrectedOrdersTest {
    private final TestMarket shares = TestMarket.ofShares();

    @Test
    void bustTakesATradeOutOfAWorkingAndAnEndedOrder() {
        shares.sell("SAM", "s1", 10, "10");
        shares.buy("ANN", "b1", 4, "10");

        assertThat(shares.bust(1))
                .containsExactly(
                        "CORRECTED SKU-1-T-1 ANN<-SAM 4@10 now 0@10 fat finger",
                        "TRADE_CANCEL SAM/s1 NEW 0+6 of SKU-1-6",
                        "TRADE_CANCEL ANN/b1 FILLED 0+0 of SKU-1-7");
    }

    @Test
    void correctionChangesPriceAndQuantityOfBothOrders() {
        shares.buy("ANN", "b1", 4, "10");
        shares.sell("SAM", "s1", 10, "9");

        assertThat(shares.correct(1, "9.5", 3))
                .containsExactly(
                        "CORRECTED SKU-1-T-1 ANN<-SAM 4@10 now 3@9.5 fat finger",
                        "TRADE_CORRECT ANN/b1 3@9.5 FILLED 3+0 of SKU-1-6",
                        "TRADE_CORRECT SAM/s1 3@9.5 PARTIALLY_FILLED 3+6 of SKU-1-7");
    }

    @Test
    void whatACorrectionLeavesOutStaysAsItWas() {
        shares.sell("SAM", "s1", 10, "10");
        shares.buy("ANN", "b1", 4, "10");
        shares.buy("ANN", "b2", 4, "10");

        assertThat(shares.correct(1, "11", NONE)).first().asString().endsWith("4@10 now 4@11 fat finger");
        assertThat(shares.correct(2, "", 1)).first().asString().endsWith("4@10 now 1@10 fat finger");
    }

    @Test
    void averagePriceIsOfTheTradesThatCount() {
        shares.sell("SAM", "s1", 4, "10");
        shares.sell("SAM", "s2", 4, "12");
        shares.buy("ANN", "b1", 8, "12");

        shares.bust(1);
        assertThat(shares.lastReport("ANN").avgPx()).isEqualTo(120_000);
        shares.correct(2, "11", NONE);
        assertThat(shares.lastReport("ANN").avgPx()).isEqualTo(110_000);
        assertThat(shares.lastReport("ANN").orderQty()).isEqualTo(4);
    }

    @Test
    void averagePriceOfNothingIsAbsent() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 4, "10");

        shares.bust(1);

        assertThat(shares.lastReport("ANN").avgPx()).isEqualTo(NONE);
    }

    @Test
    void bookIsNotTouched() {
        shares.sell("SAM", "s1", 10, "10");
        shares.buy("ANN", "b1", 4, "10");
        shares.bust(1);

        assertThat(shares.buy("BOB", "b2", 6, "10"))
                .contains("TRADE SAM/s1 6@10 FILLED 6+0", "TRADE BOB/b2 6@10 FILLED 6+0", "TOP - | -");
    }

    @Test
    void ownerOfAWorkingOrderReplacesItToGetTheQuantityBack() {
        shares.sell("SAM", "s1", 10, "10");
        shares.buy("ANN", "b1", 4, "10");
        shares.bust(1);

        assertThat(shares.replace("SAM", "s2", "s1", 10, "")).contains("REPLACED SAM/s2 NEW 0+10", "TOP - | 10@10");
    }

    @Test
    void orderKeepsTheStatusInWhichItEnded() {
        shares.sell("SAM", "s1", 10, "10");
        shares.buy("ANN", "b1", 4, "10");
        shares.cancel("SAM", "c1", "s1");
        shares.buy("BOB", "b2", 1, "9");
        shares.send("EVE", limit("s2", Side.SELL, 3, "9", TimeInForce.IOC));

        assertThat(shares.bust(1)).contains("TRADE_CANCEL SAM/s1 CANCELED 0+0 of SKU-1-6");
        assertThat(shares.bust(2)).contains("TRADE_CANCEL EVE/s2 CANCELED 0+0 of SKU-1-16");
        assertThat(shares.lastReport("EVE").orderQty())
                .as("less the one busted")
                .isEqualTo(2);
    }

    @Test
    void statusOfAnEndedOrderCountsItsCorrections() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 4, "10");
        shares.correct(1, "", 3);

        assertThat(shares.buy("ANN", "b1", 4, "10")).containsExactly("ORDER_STATUS ANN/b1 FILLED 3+0");
    }
}
