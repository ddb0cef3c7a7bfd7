package io.stockmate.core.market;

import static io.stockmate.core.market.TestOrders.market;
import static io.stockmate.core.market.TestOrders.postOnly;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Side;
import org.junit.jupiter.api.Test;

/** What an owner can do to an order that was taken. */
class CancelAndReplaceTest {
    private final TestMarket market = TestMarket.ofShares();

    @Test
    void canceledOrderIsReportedUnderTheIdOfTheRequest() {
        market.buy("ANN", "b1", 2, "10");

        assertThat(market.cancel("ANN", "c1", "b1"))
                .containsExactly("CANCELED ANN/c1 CANCELED 0+0 BY_OWNER", "TOP - | -");
        assertThat(market.lastReportOf("c1").origClOrdId()).isEqualTo("b1");
        assertThat(market.lastReportOf("c1").category()).isNull();
    }

    @Test
    void cancelOfUnknownForeignAndFinishedOrders() {
        market.buy("ANN", "b1", 2, "10");

        assertThat(market.cancel("ANN", "c1", "nothing"))
                .containsExactly("CANCEL_REJECT c1 of nothing NONE REJECTED 1 UNKNOWN_ORDER");
        assertThat(market.cancel("SAM", "c2", "b1"))
                .containsExactly("CANCEL_REJECT c2 of b1 NONE REJECTED 1 UNKNOWN_ORDER");
        market.cancel("ANN", "c3", "b1");
        assertThat(market.cancel("ANN", "c4", "b1"))
                .containsExactly("CANCEL_REJECT c4 of b1 SKU-1-2 CANCELED 0 TOO_LATE");
        assertThat(market.cancel("ANN", "c4", "b1"))
                .containsExactly("CANCEL_REJECT c4 of b1 SKU-1-2 CANCELED 6 DUPLICATE");
    }

    @Test
    void repeatedCancelAndReplacementTellHowTheOrderStands() {
        market.buy("ANN", "b1", 5, "10");
        market.replace("ANN", "r1", "b1", 4, "");

        assertThat(market.replace("ANN", "r1", "b1", 4, ""))
                .containsExactly("CANCEL_REJECT r1 of b1 SKU-1-2 NEW 6 DUPLICATE");
        market.cancel("ANN", "c1", "r1");
        assertThat(market.cancel("ANN", "c1", "r1"))
                .containsExactly("CANCEL_REJECT c1 of r1 SKU-1-2 CANCELED 6 DUPLICATE");
    }

    @Test
    void loweredQuantityKeepsItsPlace() {
        market.buy("ANN", "b1", 5, "10");
        market.buy("BOB", "b2", 5, "10");

        assertThat(market.replace("ANN", "r1", "b1", 3, "")).containsExactly("REPLACED ANN/r1 NEW 0+3", "TOP 8@10 | -");
        assertThat(market.sell("SAM", "s1", 3, "10")).contains("TRADE 3@10 ANN<-SAM by SELL");
    }

    @Test
    void raisedQuantityAndNewPriceLoseTheirPlace() {
        market.buy("ANN", "b1", 5, "10");
        market.buy("BOB", "b2", 5, "10");
        market.replace("ANN", "r1", "b1", 6, "");

        assertThat(market.sell("SAM", "s1", 5, "10")).contains("TRADE 5@10 BOB<-SAM by SELL");

        market.buy("BOB", "b3", 5, "9");
        market.replace("ANN", "r2", "r1", 6, "9");
        assertThat(market.sell("SAM", "s2", 5, "9")).contains("TRADE 5@9 BOB<-SAM by SELL");
    }

    @Test
    void replacementThatCrossesTrades() {
        market.buy("ANN", "b1", 5, "9");
        market.sell("SAM", "s1", 3, "10");

        assertThat(market.replace("ANN", "r1", "b1", 5, "10"))
                .containsExactly(
                        "REPLACED ANN/r1 NEW 0+5",
                        "TRADE 3@10 ANN<-SAM by BUY",
                        "TRADE SAM/s1 3@10 FILLED 3+0",
                        "TRADE ANN/r1 3@10 PARTIALLY_FILLED 3+2",
                        "TOP 2@10 | -");
    }

    @Test
    void replacementOfPostOnlyThatWouldCrossChangesNothing() {
        market.send("ANN", postOnly("b1", Side.BUY, 5, "9"));
        market.sell("SAM", "s1", 3, "10");

        assertThat(market.replace("ANN", "r1", "b1", 7, "10"))
                .containsExactly("CANCEL_REJECT r1 of b1 SKU-1-2 NEW 99 WOULD_CROSS");
        assertThat(market.cancel("ANN", "c1", "b1")).contains("CANCELED ANN/c1 CANCELED 0+0 BY_OWNER");
    }

    @Test
    void replacementToWhatHasTradedEndsTheOrder() {
        market.buy("ANN", "b1", 5, "10");
        market.sell("SAM", "s1", 3, "10");

        assertThat(market.replace("ANN", "r1", "b1", 2, "")).containsExactly("REPLACED ANN/r1 FILLED 3+0", "TOP - | -");
        assertThat(market.market().restingOrders()).isZero();
    }

    @Test
    void supersededIdNoLongerNamesTheOrder() {
        market.buy("ANN", "b1", 5, "10");
        market.replace("ANN", "r1", "b1", 4, "");

        assertThat(market.cancel("ANN", "c1", "b1"))
                .containsExactly("CANCEL_REJECT c1 of b1 SKU-1-2 NEW 1 SUPERSEDED_ID");
        assertThat(market.replace("ANN", "r1", "r1", 3, ""))
                .containsExactly("CANCEL_REJECT r1 of r1 SKU-1-2 NEW 6 ID_REUSED");
    }

    @Test
    void replacementRefusesWhatAnOrderWouldBeRefusedFor() {
        market.buy("ANN", "b1", 5, "10");

        assertThat(market.replace("ANN", "r1", "b1", 0, "")).first().asString().endsWith("99 INVALID_ORDER_QTY");
        assertThat(market.replace("ANN", "r2", "b1", 5, "10.001"))
                .first()
                .asString()
                .endsWith("99 INVALID_PRICE");
        assertThat(market.replace("ANN", "r3", "b1", 2_000_000, ""))
                .first()
                .asString()
                .endsWith("99 EXCEEDS_MAX_ORDER_QTY");
        assertThat(market.replace("ANN", "r4", "unknown", 5, ""))
                .first()
                .asString()
                .endsWith("1 UNKNOWN_ORDER");
    }
}
