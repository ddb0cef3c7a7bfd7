package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestMarket.goodTill;
import static io.stockmate.core.market.TestMarket.limit;
import static io.stockmate.core.market.TestMarket.market;
import static io.stockmate.core.market.TestMarket.order;
import static io.stockmate.core.market.TestMarket.postOnly;
import static io.stockmate.core.market.TestMarket.preventing;
import static io.stockmate.core.market.TestMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Category;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import org.junit.jupiter.api.Test;

class MarketOrdersTest {
    private static final long DAY_MS = 86_400_000L;

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

        assertThat(lastReportOf("b1").avgPx()).isEqualTo(100_067);
    }

    @Test
    void immediateOrCancelEndsWithNoMatch() {
        market.sell("SAM", "s1", 3, "10");

        assertThat(market.send("ANN", limit("b1", Side.BUY, 5, "10", TimeInForce.IOC)))
                .endsWith("CANCELED ANN/b1 CANCELED 3+0 NO_MATCH", "TOP - | -");
        assertThat(lastReportOf("b1").category()).isEqualTo(Category.no_match_buy);
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
        assertThat(lastReportOf("s1").category()).isEqualTo(Category.no_match_sell);
    }

    @Test
    void marketOrderIntoAnEmptyBookIsNewThenCanceled() {
        assertThat(market.send("ANN", market("b1", Side.BUY, 5, TimeInForce.IOC)))
                .containsExactly("NEW ANN/b1 NEW 0+5", "CANCELED ANN/b1 CANCELED 0+0 NO_MATCH");
    }

    @Test
    void dayOrderExpiresAtTheEndOfTheDayOfBookTime() {
        market.send("ANN", limit("b1", Side.BUY, 5, "9", TimeInForce.DAY));
        long midnight = MORNING - MORNING % DAY_MS + DAY_MS;

        assertThat(market.at(midnight - 1).operate(new Tick())).containsExactly("ACCEPTED Tick");
        assertThat(market.at(midnight).operate(new Tick()))
                .containsExactly("EXPIRED ANN/b1 EXPIRED 0+0 EXPIRED", "ACCEPTED Tick", "TOP - | -");
        assertThat(lastReportOf("b1").category()).isEqualTo(Category.no_match_buy);
    }

    @Test
    void dueOrdersExpireByTimeThenByEntry() {
        market.send("ANN", goodTill("b1", Side.BUY, 1, "9", MORNING + 20));
        market.send("ANN", goodTill("b2", Side.BUY, 1, "9", MORNING + 10));
        market.send("ANN", goodTill("b3", Side.BUY, 1, "9", MORNING + 10));

        assertThat(market.at(MORNING + 20).operate(new Tick()))
                .startsWith(
                        "EXPIRED ANN/b2 EXPIRED 0+0 EXPIRED",
                        "EXPIRED ANN/b3 EXPIRED 0+0 EXPIRED",
                        "EXPIRED ANN/b1 EXPIRED 0+0 EXPIRED");
    }

    @Test
    void expiredOrderDoesNotTradeWithTheCommandThatFindsItDue() {
        market.send("ANN", goodTill("b1", Side.BUY, 1, "9", MORNING + 10));

        assertThat(market.at(MORNING + 10).sell("SAM", "s1", 1, "9"))
                .containsExactly("EXPIRED ANN/b1 EXPIRED 0+0 EXPIRED", "NEW SAM/s1 NEW 0+1", "TOP - | 1@9");
    }

    @Test
    void bookTimeNeverGoesBack() {
        market.at(MORNING + 50).operate(new Tick());
        market.at(MORNING - 50).operate(new Tick());

        assertThat(market.market().ts()).isEqualTo(MORNING + 50);
    }

    @Test
    void orderThatIsGoodTillNowIsTooLate() {
        assertThat(market.send("ANN", goodTill("b1", Side.BUY, 1, "9", MORNING)))
                .containsExactly("REJECTED ANN/b1 REJECTED 0+0 4 TOO_LATE");
    }

    @Test
    void postOnlyRestsOrIsRejected() {
        market.sell("SAM", "s1", 1, "10");

        assertThat(market.send("ANN", postOnly("b1", Side.BUY, 1, "10")))
                .containsExactly("REJECTED ANN/b1 REJECTED 0+0 99 WOULD_CROSS");
        assertThat(market.send("ANN", postOnly("b2", Side.BUY, 1, "9.99"))).contains("NEW ANN/b2 NEW 0+1");
    }

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
        assertThat(lastReportOf("b1").category()).isNull();
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
    }

    @Test
    void selfTradeIsAllowedWhereAskedFor() {
        market.sell("ANN", "s1", 2, "10");

        assertThat(market.send("ANN", preventing("b1", Side.BUY, 2, "10", SelfTradePrevention.NONE)))
                .contains("TRADE 2@10 ANN<-ANN by BUY");
    }

    @Test
    void canceledOrderIsReportedUnderTheIdOfTheRequest() {
        market.buy("ANN", "b1", 2, "10");

        assertThat(market.cancel("ANN", "c1", "b1"))
                .containsExactly("CANCELED ANN/c1 CANCELED 0+0 BY_OWNER", "TOP - | -");
        assertThat(lastReportOf("c1").origClOrdId()).isEqualTo("b1");
        assertThat(lastReportOf("c1").category()).isNull();
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

    @Test
    void whatCannotBeIsRejectedWithTheFieldsName() {
        assertRejected(limit("a", Side.BUY, 0, "1", TimeInForce.GTC), "13 INVALID_ORDER_QTY");
        assertRejected(limit("b", Side.BUY, -1, "1", TimeInForce.GTC), "13 INVALID_ORDER_QTY");
        assertRejected(limit("c", Side.BUY, 1, "0", TimeInForce.GTC), "99 INVALID_PRICE");
        assertRejected(limit("d", Side.BUY, 1, "-1", TimeInForce.GTC), "99 INVALID_PRICE");
        assertRejected(limit("e", Side.BUY, 1, "1.005", TimeInForce.GTC), "99 INVALID_PRICE");
        assertRejected(market("f", Side.BUY, 1, TimeInForce.GTC), "11 UNSUPPORTED_TIME_IN_FORCE");
        assertRejected(limit("g", Side.BUY, 1_000_001, "1", TimeInForce.GTC), "3 EXCEEDS_MAX_ORDER_QTY");
        assertRejected(limit("h", Side.BUY, 1, "100000000", TimeInForce.GTC), "3 EXCEEDS_PRICE_LIMIT");
        assertRejected(limit("i", Side.BUY, 1_000_000, "99999999.99", TimeInForce.GTD), "99 INVALID_EXPIRE_TIME");
        assertRejected(
                order("j", Side.BUY, OrdType.STOP, 1, NONE, TimeInForce.DAY, NONE, false, null, NONE),
                "99 INVALID_STOP_PX");
        assertRejected(
                order("k", Side.BUY, OrdType.LIMIT, 1, NONE, TimeInForce.DAY, NONE, false, null, NONE),
                "99 INVALID_PRICE");
        assertRejected(
                order("l", Side.BUY, OrdType.MARKET, 1, 100, TimeInForce.IOC, NONE, false, null, NONE),
                "11 UNSUPPORTED_PRICE");
        assertRejected(
                order("m", Side.BUY, OrdType.LIMIT, 1, 100, TimeInForce.IOC, NONE, true, null, NONE),
                "11 UNSUPPORTED_POST_ONLY");
        assertRejected(
                order("n", Side.SELL, OrdType.LIMIT, 1, 100, TimeInForce.GTC, NONE, false, null, -1),
                "99 INVALID_LEAD_TIME_DAYS");
        assertThat(market.market().restingOrders()).isZero();
    }

    @Test
    void moneyBeyondTheLimitIsRejected() {
        TestMarket large = new TestMarket();
        large.operate(new DefineInstrument(
                "Bulk", null, "EUR", 100, 1, 999_999_999_999L, 0, true, false, NONE, NONE, NONE, NONE, NONE, NONE));
        large.send("SAM", limit("s1", Side.SELL, 1_000_000, "99999999.99", TimeInForce.GTC));
        large.send("SAM", limit("s2", Side.SELL, 100_000, "99999999.99", TimeInForce.GTC));

        assertThat(large.send("ANN", limit("b1", Side.BUY, 1_000_001, "99999999.99", TimeInForce.IOC)))
                .containsExactly("REJECTED ANN/b1 REJECTED 0+0 3 EXCEEDS_MONEY_LIMIT");
        assertThat(large.send("ANN", market("b2", Side.BUY, 1_000_001, TimeInForce.IOC)))
                .containsExactly("REJECTED ANN/b2 REJECTED 0+0 3 EXCEEDS_MONEY_LIMIT");
        assertThat(large.send("ANN", market("b3", Side.BUY, 999_999, TimeInForce.IOC)))
                .contains("TRADE ANN/b3 999999@99999999.99 FILLED 999999+0");
    }

    @Test
    void sellThatWouldTakeInTooMuchMoneyIsRejected() {
        TestMarket large = new TestMarket();
        large.operate(new DefineInstrument(
                "Bulk", null, "EUR", 100, 1, 999_999_999_999L, 0, true, false, NONE, NONE, NONE, NONE, NONE, NONE));
        large.send("ANN", limit("b1", Side.BUY, 1_000_000, "99999999.99", TimeInForce.GTC));

        assertThat(large.send("SAM", limit("s1", Side.SELL, 2_000_000, "0.01", TimeInForce.GTC)))
                .containsExactly("REJECTED SAM/s1 REJECTED 0+0 3 EXCEEDS_MONEY_LIMIT");
        assertThat(large.send("SAM", market("s2", Side.SELL, 2_000_000, TimeInForce.IOC)))
                .containsExactly("REJECTED SAM/s2 REJECTED 0+0 3 EXCEEDS_MONEY_LIMIT");
    }

    private void assertRejected(NewOrder order, String end) {
        assertThat(market.send("ANN", order))
                .singleElement()
                .asString()
                .isEqualTo("REJECTED ANN/" + order.clOrdId() + " REJECTED 0+0 " + end);
    }

    private ExecutionReport lastReportOf(String clOrdId) {
        ExecutionReport last = null;
        for (Event event : market.events) {
            if (event.body() instanceof ExecutionReport report
                    && report.clOrdId().equals(clOrdId)) {
                last = report;
            }
        }
        assertThat(last).isNotNull();
        return last;
    }
}
