package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestMarket.instrument;
import static io.stockmate.core.market.TestOrders.deliveredIn;
import static io.stockmate.core.market.TestOrders.limit;
import static io.stockmate.core.market.TestOrders.preventing;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import org.junit.jupiter.api.Test;

class MarketStockTest {
    private static final long DAY_MS = 86_400_000L;

    private final TestMarket market = TestMarket.ofGoods(0);

    @Test
    void receiptIsAnsweredByTheLevel() {
        assertThat(market.receive("SHOP", "m1", 10)).containsExactly("STOCK SHOP RECEIPT 10: 10-0=10 +0");
    }

    @Test
    void sellNeedsStockAndAllocatesIt() {
        assertThat(market.sell("SHOP", "s1", 5, "10"))
                .containsExactly("REJECTED SHOP/s1 REJECTED 0+0 3 INSUFFICIENT_STOCK");
        market.receive("SHOP", "m1", 10);

        assertThat(market.sell("SHOP", "s2", 6, "10"))
                .containsExactly("NEW SHOP/s2 NEW 0+6", "STOCK SHOP ALLOCATE 6: 10-6=4 +0", "TOP - | 6@10");
        assertThat(market.sell("SHOP", "s3", 5, "10"))
                .containsExactly("REJECTED SHOP/s3 REJECTED 0+0 3 INSUFFICIENT_STOCK");
    }

    @Test
    void cancelAndExpiryReleaseStock() {
        market.receive("SHOP", "m1", 10);
        market.sell("SHOP", "s1", 6, "10");
        market.send("SHOP", TestOrders.goodTill("s2", Side.SELL, 4, "11", MORNING + 5));

        assertThat(market.cancel("SHOP", "c1", "s1"))
                .containsExactly(
                        "CANCELED SHOP/c1 CANCELED 0+0 BY_OWNER", "STOCK SHOP RELEASE -6: 10-4=6 +0", "TOP - | 4@11");
        assertThat(market.at(MORNING + 5).operate(new Tick()))
                .containsExactly(
                        "EXPIRED SHOP/s2 EXPIRED 0+0 EXPIRED",
                        "STOCK SHOP RELEASE -4: 10-0=10 +0",
                        "ACCEPTED Tick",
                        "TOP - | -");
    }

    @Test
    void tradeMovesGoodsAtOnceWithoutLeadTime() {
        market.receive("SHOP", "m1", 10);
        market.sell("SHOP", "s1", 6, "10");

        assertThat(market.buy("ANN", "b1", 4, "10"))
                .containsExactly(
                        "NEW ANN/b1 NEW 0+4",
                        "TRADE 4@10 ANN<-SHOP by BUY",
                        "TRADE SHOP/s1 4@10 PARTIALLY_FILLED 4+2",
                        "TRADE ANN/b1 4@10 FILLED 4+0",
                        "STOCK SHOP TRADE -4: 6-2=4 +0",
                        "STOCK ANN TRADE 4: 4-0=4 +0",
                        "TOP - | 2@10");
    }

    @Test
    void unfilledRestOfASellReleasesItsStock() {
        market.receive("SHOP", "m1", 10);

        assertThat(market.send("SHOP", limit("s1", Side.SELL, 4, "10", TimeInForce.IOC)))
                .containsExactly(
                        "NEW SHOP/s1 NEW 0+4",
                        "STOCK SHOP ALLOCATE 4: 10-4=6 +0",
                        "CANCELED SHOP/s1 CANCELED 0+0 NO_MATCH",
                        "STOCK SHOP RELEASE -4: 10-0=10 +0");
        assertThat(market.send("SHOP", limit("s2", Side.SELL, 4, "10", TimeInForce.FOK)))
                .endsWith("CANCELED SHOP/s2 CANCELED 0+0 NO_MATCH", "STOCK SHOP RELEASE -4: 10-0=10 +0");
    }

    @Test
    void leadTimePutsGoodsOnOrderUntilTheyAreReceivedInParts() {
        market.receive("MAKER", "m1", 10);
        market.send("MAKER", deliveredIn("s1", 3, 10, "5"));

        assertThat(market.buy("SHOP", "b1", 10, "5"))
                .contains(
                        "TRADE 10@5 SHOP<-MAKER by BUY due " + (MORNING + 3 * DAY_MS),
                        "STOCK MAKER TRADE -10: 0-0=0 +0",
                        "STOCK SHOP TRADE 10: 0-0=0 +10");
        assertThat(market.move("SHOP", "m2", MoveKind.RECEIPT, 4, "SKU-1-4"))
                .containsExactly("STOCK SHOP RECEIPT 4: 4-0=4 +6");
        assertThat(market.move("SHOP", "m3", MoveKind.RECEIPT, 8, "SKU-1-4"))
                .containsExactly("STOCK SHOP RECEIPT 8: 12-0=12 +0");
    }

    @Test
    void instrumentGivesTheLeadTimeWhereTheSellNamesNone() {
        TestMarket slow = TestMarket.ofGoods(2);
        slow.receive("MAKER", "m1", 10);
        slow.sell("MAKER", "s1", 10, "5");

        assertThat(slow.buy("SHOP", "b1", 1, "5"))
                .contains("TRADE 1@5 SHOP<-MAKER by BUY due " + (MORNING + 2 * DAY_MS));
    }

    @Test
    void receiptForAnythingButABuyOfTheAccountIsRefused() {
        market.receive("MAKER", "m1", 10);
        market.send("MAKER", deliveredIn("s1", 3, 10, "5"));
        market.buy("SHOP", "b1", 10, "5");
        String refused = " UNKNOWN_ORDER UNKNOWN_ORDER";

        assertThat(market.move("SHOP", "m2", MoveKind.RECEIPT, 4, "SKU-1-3"))
                .containsExactly("BUSINESS_REJECT MoveStock m2" + refused);
        assertThat(market.move("MAKER", "m3", MoveKind.RECEIPT, 4, "SKU-1-4"))
                .containsExactly("BUSINESS_REJECT MoveStock m3" + refused);
        assertThat(market.move("SHOP", "m4", MoveKind.RECEIPT, 4, "SKU-2-4"))
                .containsExactly("BUSINESS_REJECT MoveStock m4" + refused);
        assertThat(market.move("SHOP", "m5", MoveKind.RECEIPT, 4, "SKU-1-04"))
                .containsExactly("BUSINESS_REJECT MoveStock m5" + refused);
    }

    @Test
    void deliveryIsForgottenADayAfterAllOfItCame() {
        market.receive("MAKER", "m1", 10);
        market.send("MAKER", deliveredIn("s1", 3, 10, "5"));
        market.buy("SHOP", "b1", 10, "5");
        market.move("SHOP", "m2", MoveKind.RECEIPT, 10, "SKU-1-4");

        assertThat(market.at(MORNING + DAY_MS - 1).move("SHOP", "m3", MoveKind.RECEIPT, 1, "SKU-1-4"))
                .containsExactly("STOCK SHOP RECEIPT 1: 11-0=11 +0");
        assertThat(market.at(MORNING + 2 * DAY_MS - 1).move("SHOP", "m4", MoveKind.RECEIPT, 1, "SKU-1-4"))
                .containsExactly("BUSINESS_REJECT MoveStock m4 UNKNOWN_ORDER UNKNOWN_ORDER");
    }

    @Test
    void partsOfABuyAreReceivedWhileItWorks() {
        market.receive("MAKER", "m1", 10);
        market.sell("MAKER", "s1", 4, "6");
        market.buy("SHOP", "b1", 10, "5");

        assertThat(market.move("MAKER", "m2", MoveKind.RECEIPT, 1, "SKU-1-4"))
                .as("another account's")
                .containsExactly("BUSINESS_REJECT MoveStock m2 UNKNOWN_ORDER UNKNOWN_ORDER");
        assertThat(market.move("MAKER", "m3", MoveKind.RECEIPT, 1, "SKU-1-3"))
                .as("a SELL")
                .containsExactly("BUSINESS_REJECT MoveStock m3 UNKNOWN_ORDER UNKNOWN_ORDER");
        market.send("MAKER", deliveredIn("s2", 3, 4, "5"));
        assertThat(market.move("SHOP", "m4", MoveKind.RECEIPT, 4, "SKU-1-4"))
                .containsExactly("STOCK SHOP RECEIPT 4: 4-0=4 +0");
    }

    @Test
    void issueNeedsAvailableStock() {
        market.receive("SHOP", "m1", 10);
        market.sell("SHOP", "s1", 6, "10");

        assertThat(market.move("SHOP", "m2", MoveKind.ISSUE, 5, null))
                .containsExactly("BUSINESS_REJECT MoveStock m2 INSUFFICIENT_STOCK INSUFFICIENT_STOCK");
        assertThat(market.move("SHOP", "m3", MoveKind.ISSUE, 4, null)).containsExactly("STOCK SHOP ISSUE -4: 6-6=0 +0");
    }

    @Test
    void countMayFallBelowWhatIsAllocated() {
        market.receive("SHOP", "m1", 10);
        market.sell("SHOP", "s1", 6, "10");

        assertThat(market.move("SHOP", "m2", MoveKind.COUNT, 2, null))
                .containsExactly("STOCK SHOP COUNT -8: 2-6=-4 +0");
        assertThat(market.market().restingOrders()).isEqualTo(1);
        assertThat(market.move("SHOP", "m3", MoveKind.COUNT, 0, null))
                .containsExactly("STOCK SHOP COUNT -2: 0-6=-6 +0");
    }

    @Test
    void quantityOfAMovementIsChecked() {
        assertThat(market.move("SHOP", "m1", MoveKind.RECEIPT, 0, null))
                .containsExactly("BUSINESS_REJECT MoveStock m1 INVALID_FIELD INVALID_QTY");
        assertThat(market.move("SHOP", "m2", MoveKind.COUNT, -1, null))
                .containsExactly("BUSINESS_REJECT MoveStock m2 INVALID_FIELD INVALID_QTY");
        assertThat(market.move("SHOP", "m3", MoveKind.RECEIPT, Limits.QUANTITY, null))
                .containsExactly("BUSINESS_REJECT MoveStock m3 EXCEEDS_LIMIT EXCEEDS_QUANTITY_LIMIT");
    }

    @Test
    void shortSellingMakesAvailableNegative() {
        TestMarket shorts = new TestMarket();
        shorts.operate(instrument(true, true, 0));

        assertThat(shorts.sell("SAM", "s1", 5, "10"))
                .containsExactly("NEW SAM/s1 NEW 0+5", "STOCK SAM ALLOCATE 5: 0-5=-5 +0", "TOP - | 5@10");
        assertThat(shorts.buy("ANN", "b1", 5, "10"))
                .contains("STOCK SAM TRADE -5: -5-0=-5 +0", "STOCK ANN TRADE 5: 5-0=5 +0");
    }

    @Test
    void raisedSellNeedsThatMuchMoreStock() {
        market.receive("SHOP", "m1", 10);
        market.sell("SHOP", "s1", 6, "10");

        assertThat(market.replace("SHOP", "r1", "s1", 11, ""))
                .containsExactly("CANCEL_REJECT r1 of s1 SKU-1-3 NEW 99 INSUFFICIENT_STOCK");
        assertThat(market.replace("SHOP", "r2", "s1", 10, ""))
                .containsExactly("REPLACED SHOP/r2 NEW 0+10", "STOCK SHOP ALLOCATE 4: 10-10=0 +0", "TOP - | 10@10");
        assertThat(market.replace("SHOP", "r3", "r2", 3, ""))
                .containsExactly("REPLACED SHOP/r3 NEW 0+3", "STOCK SHOP RELEASE -7: 10-3=7 +0", "TOP - | 3@10");
    }

    @Test
    void sellLoweredToWhatHasTradedReleasesItsStock() {
        market.receive("SHOP", "m1", 10);
        market.sell("SHOP", "s1", 6, "10");
        market.buy("ANN", "b1", 4, "10");

        assertThat(market.replace("SHOP", "r1", "s1", 4, ""))
                .containsExactly("REPLACED SHOP/r1 FILLED 4+0", "STOCK SHOP RELEASE -2: 6-0=6 +0", "TOP - | -");
    }

    @Test
    void sellThatIsNotRaisedNeedsNoMoreStock() {
        market.receive("SHOP", "m1", 10);
        market.sell("SHOP", "s1", 6, "10");
        market.move("SHOP", "m2", MoveKind.COUNT, 2, null);

        assertThat(market.replace("SHOP", "r1", "s1", 6, "11"))
                .containsExactly("REPLACED SHOP/r1 NEW 0+6", "TOP - | 6@11");
    }

    @Test
    void loweringASellByPreventionReleasesStock() {
        market.receive("SHOP", "m1", 10);
        market.sell("SHOP", "s1", 6, "10");

        assertThat(market.send("SHOP", preventing("b1", Side.BUY, 2, "10", SelfTradePrevention.DECREMENT)))
                .containsExactly(
                        "NEW SHOP/b1 NEW 0+2",
                        "RESTATED SHOP/s1 NEW 0+4 SELF_TRADE",
                        "STOCK SHOP RELEASE -2: 10-4=6 +0",
                        "CANCELED SHOP/b1 CANCELED 0+0 SELF_TRADE",
                        "TOP - | 4@10");
    }

    @Test
    void repeatedMovementHasNoEffect() {
        market.receive("SHOP", "m1", 10);

        assertThat(market.receive("SHOP", "m1", 10))
                .containsExactly("BUSINESS_REJECT MoveStock m1 DUPLICATE DUPLICATE");
        assertThat(market.receive("SHOP", "m1", 11))
                .containsExactly("BUSINESS_REJECT MoveStock m1 ID_REUSED ID_REUSED");
        assertThat(market.receive("OTHER", "m1", 11)).containsExactly("STOCK OTHER RECEIPT 11: 11-0=11 +0");
    }

    @Test
    void movementOfAnUntrackedInstrumentIsRefused() {
        assertThat(TestMarket.ofShares().receive("SHOP", "m1", 10))
                .containsExactly("BUSINESS_REJECT MoveStock m1 CONFLICT STOCK_NOT_TRACKED");
    }
}
