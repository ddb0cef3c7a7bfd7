package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestMarket.instrument;
import static io.stockmate.core.market.TestOrders.deliveredIn;
import static io.stockmate.core.market.TestOrders.preventing;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import org.junit.jupiter.api.Test;

/** What a correction does to the stock of seller and buyer. */
class CorrectedStockTest {
    private static final long DAY_MS = 86_400_000L;
    private final TestMarket shares = TestMarket.ofShares();
    private final TestMarket goods = TestMarket.ofGoods(0);

    @Test
    void bustReturnsGoodsToTheSellerAndTakesThemFromTheBuyer() {
        goods.receive("SHOP", "m1", 10);
        goods.sell("SHOP", "s1", 6, "10");
        goods.buy("ANN", "b1", 4, "10");

        assertThat(goods.bust(1)).endsWith("STOCK SHOP CORRECTION 4: 10-2=8 +0", "STOCK ANN CORRECTION -4: 0-0=0 +0");
    }

    @Test
    void lowerQuantityReturnsWhatIsLess() {
        goods.receive("SHOP", "m1", 10);
        goods.sell("SHOP", "s1", 4, "10");
        goods.buy("ANN", "b1", 4, "10");

        assertThat(goods.correct(1, "12", 3))
                .endsWith("STOCK SHOP CORRECTION 1: 7-0=7 +0", "STOCK ANN CORRECTION -1: 3-0=3 +0");
    }

    @Test
    void otherPriceMovesNoStock() {
        goods.receive("SHOP", "m1", 10);
        goods.sell("SHOP", "s1", 4, "10");
        goods.buy("ANN", "b1", 4, "10");

        assertThat(goods.correct(1, "12", NONE)).hasSize(3).noneMatch(line -> line.startsWith("STOCK"));
    }

    @Test
    void buyerWhoHasSoldTheGoodsIsShortOfThem() {
        goods.receive("SHOP", "m1", 4);
        goods.sell("SHOP", "s1", 4, "10");
        goods.buy("ANN", "b1", 4, "10");
        goods.sell("ANN", "s2", 3, "11");
        goods.move("ANN", "m2", MoveKind.ISSUE, 1, null);

        assertThat(goods.bust(1)).endsWith("STOCK ANN CORRECTION -4: -1-3=-4 +0");
    }

    @Test
    void goodsThatHaveNotArrivedAreNoLongerExpected() {
        goods.receive("SHOP", "m1", 10);
        goods.send("SHOP", deliveredIn("s1", 3, 10, "10"));
        goods.buy("ANN", "b1", 10, "10");

        assertThat(goods.bust(1)).endsWith("STOCK SHOP CORRECTION 10: 10-0=10 +0", "STOCK ANN CORRECTION 0: 0-0=0 +0");
    }

    @Test
    void goodsThatHaveArrivedAreTakenOffHand() {
        goods.receive("SHOP", "m1", 10);
        goods.send("SHOP", deliveredIn("s1", 3, 10, "10"));
        goods.buy("ANN", "b1", 10, "10");
        goods.move("ANN", "m2", MoveKind.RECEIPT, 7, "SKU-1-4");

        assertThat(goods.correct(1, "", 6)).endsWith("STOCK ANN CORRECTION -1: 6-0=6 +0");
        assertThat(goods.at(MORNING + 3 * DAY_MS).move("ANN", "m3", MoveKind.RECEIPT, 2, "SKU-1-4"))
                .as("more than was expected of a BUY that has nothing on its way")
                .containsExactly("BUSINESS_REJECT MoveStock m3 UNKNOWN_ORDER UNKNOWN_ORDER");
    }

    @Test
    void stockIsLeftAloneWhereTheTradeOrTheInstrumentDoesNotTrackIt() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 4, "10");
        shares.operate(instrument(true, true, 0));
        assertThat(shares.bust(1)).hasSize(3);

        goods.receive("SHOP", "m1", 10);
        goods.sell("SHOP", "s1", 4, "10");
        goods.buy("ANN", "b1", 4, "10");
        goods.operate(instrument(true, false, 0));
        assertThat(goods.bust(1)).hasSize(3);
    }

    @Test
    void bothOrdersOfOneAccountAreReported() {
        goods.receive("SHOP", "m1", 4);
        goods.sell("SHOP", "s1", 4, "10");
        goods.send("SHOP", preventing("b1", Side.BUY, 4, "10", SelfTradePrevention.NONE));

        assertThat(goods.bust(1))
                .containsExactly(
                        "CORRECTED SKU-1-T-1 SHOP<-SHOP 4@10 now 0@10 fat finger",
                        "TRADE_CANCEL SHOP/s1 FILLED 0+0 of SKU-1-8",
                        "TRADE_CANCEL SHOP/b1 FILLED 0+0 of SKU-1-9",
                        "STOCK SHOP CORRECTION 4: 8-0=8 +0",
                        "STOCK SHOP CORRECTION -4: 4-0=4 +0");
    }
}
