package io.stockmate.core.market;

import static io.stockmate.core.market.TestOrders.market;
import static io.stockmate.core.market.TestOrders.preventing;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import org.junit.jupiter.api.Test;

/** What is reported where two orders of one account meet. */
class SelfTradePreventionTest {
    private final TestMarket market = TestMarket.ofShares();

    @Test
    void selfTradeCancelsTheNewOrderByDefaultAndEarlierFillsStand() {
        market.sell("SAM", "s1", 2, "10");
        market.sell("ANN", "s2", 2, "10");

        assertThat(market.buy("ANN", "b1", 5, "10"))
                .containsExactly(
                        "NEW ANN/b1 NEW 0+5",
                        "TRADE 2@10 ANN<-SAM by BUY",
                        "TRADE SAM/s1 2@10 FILLED 2+0",
                        "TRADE ANN/b1 2@10 PARTIALLY_FILLED 2+3",
                        "CANCELED ANN/b1 CANCELED 2+0 SELF_TRADE",
                        "TOP - | 2@10");
        assertThat(market.lastReportOf("b1").category()).isNull();
    }

    @Test
    void selfTradeCancelsTheRestingOrderAndGoesOn() {
        market.sell("ANN", "s1", 2, "10");
        market.sell("SAM", "s2", 2, "10");

        assertThat(market.send("ANN", preventing("b1", Side.BUY, 2, "10", SelfTradePrevention.CANCEL_RESTING)))
                .containsExactly(
                        "NEW ANN/b1 NEW 0+2",
                        "CANCELED ANN/s1 CANCELED 0+0 SELF_TRADE",
                        "TRADE 2@10 ANN<-SAM by BUY",
                        "TRADE SAM/s2 2@10 FILLED 2+0",
                        "TRADE ANN/b1 2@10 FILLED 2+0",
                        "TOP - | -");
    }

    @Test
    void selfTradeCancelsBoth() {
        market.sell("ANN", "s1", 2, "10");

        assertThat(market.send("ANN", preventing("b1", Side.BUY, 3, "10", SelfTradePrevention.CANCEL_BOTH)))
                .containsExactly(
                        "NEW ANN/b1 NEW 0+3",
                        "CANCELED ANN/s1 CANCELED 0+0 SELF_TRADE",
                        "CANCELED ANN/b1 CANCELED 0+0 SELF_TRADE",
                        "TOP - | -");
    }

    @Test
    void selfTradeLowersBothByTheSmaller() {
        market.sell("ANN", "s1", 2, "10");

        assertThat(market.send("ANN", preventing("b1", Side.BUY, 5, "10", SelfTradePrevention.DECREMENT)))
                .containsExactly(
                        "NEW ANN/b1 NEW 0+5",
                        "CANCELED ANN/s1 CANCELED 0+0 SELF_TRADE",
                        "RESTATED ANN/b1 NEW 0+3 SELF_TRADE",
                        "TOP 3@10 | -");
        assertThat(market.send("ANN", preventing("s2", Side.SELL, 1, "10", SelfTradePrevention.DECREMENT)))
                .containsExactly(
                        "NEW ANN/s2 NEW 0+1",
                        "RESTATED ANN/b1 NEW 0+2 SELF_TRADE",
                        "CANCELED ANN/s2 CANCELED 0+0 SELF_TRADE",
                        "TOP 2@10 | -");
        assertThat(market.lastReportOf("b1").orderQty()).isEqualTo(2);
    }

    @Test
    void selfTradeIsAllowedWhereAskedFor() {
        market.sell("ANN", "s1", 2, "10");

        assertThat(market.send("ANN", preventing("b1", Side.BUY, 2, "10", SelfTradePrevention.NONE)))
                .contains("TRADE 2@10 ANN<-ANN by BUY");
    }
}
