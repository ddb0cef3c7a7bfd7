package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestMarket.SYMBOL;
import static io.stockmate.core.market.TestMarket.deliveredIn;
import static io.stockmate.core.market.TestMarket.instrument;
import static io.stockmate.core.market.TestMarket.limit;
import static io.stockmate.core.market.TestMarket.preventing;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.book.LadderBook;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketCorrectionsTest {
    private static final long DAY_MS = 86_400_000L;
    private static final long WEEK_MS = 7 * DAY_MS;

    private final TestMarket shares = TestMarket.ofShares();
    private final TestMarket goods = TestMarket.ofGoods(0);

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

    @Test
    void onlyOperatorsCorrect() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 4, "10");

        assertThat(shares.send("ANN", new CorrectTrade("SKU-1-T-1", "regret", NONE, NONE)))
                .containsExactly("BUSINESS_REJECT CorrectTrade SKU-1-T-1 NOT_AUTHORIZED NOT_AUTHORIZED");
    }

    @Test
    void tradeThatIsNotThereIsUnknown() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 4, "10");

        for (String id : List.of("SKU-1-T-2", "SKU-1-T-0", "SKU-1-T-01", "SKU-1-T-", "SKU-1-1", "OTHER-T-1", "1")) {
            assertThat(shares.operate(new CorrectTrade(id, "typo", NONE, NONE)))
                    .containsExactly("BUSINESS_REJECT CorrectTrade " + id + " UNKNOWN_TRADE UNKNOWN_TRADE");
        }
    }

    @Test
    void tradeIsCorrectableForAWeekOfBookTime() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 2, "10");
        shares.buy("ANN", "b2", 2, "10");

        assertThat(shares.at(MORNING + WEEK_MS - 1).bust(1)).hasSize(3);
        assertThat(shares.at(MORNING + WEEK_MS).bust(2))
                .containsExactly("BUSINESS_REJECT CorrectTrade SKU-1-T-2 UNKNOWN_TRADE UNKNOWN_TRADE");
        assertThat(shares.bust(1))
                .as("its correction is forgotten with it")
                .hasSize(1)
                .first()
                .asString()
                .contains("UNKNOWN_TRADE");
    }

    @Test
    void tradeIsCorrectedOnce() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 4, "10");
        shares.correct(1, "11", NONE);

        assertThat(shares.at(MORNING + 3 * DAY_MS).correct(1, "11", NONE))
                .containsExactly("BUSINESS_REJECT CorrectTrade SKU-1-T-1 DUPLICATE DUPLICATE");
        assertThat(shares.bust(1)).containsExactly("BUSINESS_REJECT CorrectTrade SKU-1-T-1 ID_REUSED ID_REUSED");
    }

    @Test
    void whatWasRefusedCanBeDoneRight() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 4, "10");
        Refused unreadable = new Refused(CommandType.CORRECT_TRADE, "SKU-1-T-1", "price", 7);

        assertThat(refusal(shares.correct(1, "10.001", NONE))).isEqualTo("INVALID_FIELD INVALID_PRICE");
        assertThat(refusal(shares.correct(1, "-1", NONE))).isEqualTo("INVALID_FIELD INVALID_PRICE");
        assertThat(refusal(shares.correct(1, "", 0))).isEqualTo("INVALID_FIELD INVALID_QTY");
        assertThat(refusal(shares.correct(1, "", 5))).isEqualTo("INVALID_FIELD INVALID_QTY");
        assertThat(refusal(shares.correct(1, "10", 4))).isEqualTo("CONFLICT NOTHING_TO_CORRECT");
        assertThat(refusal(shares.correct(1, "100000000", NONE))).isEqualTo("EXCEEDS_LIMIT EXCEEDS_PRICE_LIMIT");
        assertThat(refusal(shares.operate(unreadable))).isEqualTo("INVALID_FIELD INVALID_PRICE");

        assertThat(shares.correct(1, "11", NONE)).hasSize(3);
        assertThat(refusal(shares.operate(unreadable))).isEqualTo("ID_REUSED ID_REUSED");
    }

    @Test
    void refusedCorrectionOfNoTradeIsUnknown() {
        assertThat(shares.operate(new Refused(CommandType.CORRECT_TRADE, "SKU-1-T-9", "price", 7)))
                .containsExactly("BUSINESS_REJECT CorrectTrade SKU-1-T-9 UNKNOWN_TRADE UNKNOWN_TRADE");
        assertThat(shares.operate(new Refused(CommandType.CORRECT_TRADE, null, "tradeId", 7)))
                .containsExactly("BUSINESS_REJECT CorrectTrade null INVALID_FIELD INVALID_TRADE_ID");
    }

    /** What traded and what can still trade come to 9.9 of the 10 · 10¹⁷ that can be counted. */
    @Test
    void amountsBeyondWhatCanBeCountedAreRefused() {
        shares.operate(upTo(1_000_000_000));
        shares.sell("SAM", "s1", 990_000_000, "100000");
        shares.buy("ANN", "b1", 100_000_000, "100000");

        assertThat(refusal(shares.correct(1, "99999999.99", NONE))).isEqualTo("EXCEEDS_LIMIT EXCEEDS_MONEY_LIMIT");
        assertThat(refusal(shares.correct(1, "110000", NONE))).isEqualTo("EXCEEDS_LIMIT EXCEEDS_MONEY_LIMIT");
        assertThat(shares.correct(1, "109999.99", NONE)).hasSize(3);
    }

    @Test
    void stockBeyondWhatCanBeCountedIsRefused() {
        TestMarket market = TestMarket.ofGoods(0);
        market.receive("SHOP", "m0", 1_000_000);
        market.sell("SHOP", "s1", 1_000_000, "10");
        market.buy("ANN", "b1", 1_000_000, "10");
        for (int i = 1; i < 1_000; i++) {
            market.receive("SHOP", "m" + i, 999_999_999_999L);
        }
        market.receive("SHOP", "m1000", 999_999_999_999L);
        market.receive("SHOP", "m1001", 1_000);

        assertThat(refusal(market.correct(1, "", 1))).isEqualTo("EXCEEDS_LIMIT EXCEEDS_STOCK_LIMIT");
        assertThat(market.correct(1, "", 999_999)).endsWith("STOCK ANN CORRECTION -1: 999999-0=999999 +0");
    }

    private static DefineInstrument upTo(long maxOrderQty) {
        return new DefineInstrument(
                "A thing", null, "EUR", 100, 1, maxOrderQty, 0, true, false, NONE, NONE, NONE, NONE, NONE, NONE);
    }

    @Test
    void correctionsSurviveSnapshotAndRestore() {
        goods.receive("SHOP", "m1", 200);
        for (int i = 1; i <= 150; i++) {
            goods.sell("SHOP", "s" + i, 1, "10");
            goods.buy("ANN", "b" + i, 1, "10");
            if (i % 40 == 0) {
                goods.snapshot().restore();
            }
        }
        goods.snapshot().restore();
        assertThat(goods.bust(7)).hasSize(5);
        goods.snapshot().restore();

        assertThat(refusal(goods.bust(7))).isEqualTo("DUPLICATE DUPLICATE");
        assertThat(goods.bust(150)).hasSize(5);
        assertThat(goods.archived.keySet()).anyMatch(piece -> piece.matches("trades/\\d+/2"));
    }

    @Test
    void tradesThatAreTooOldLeaveTheArchive() {
        for (int week = 0; week < 6; week++) {
            shares.at(MORNING + week * WEEK_MS);
            shares.sell("SAM", "s" + week, 1, "10");
            shares.buy("ANN", "b" + week, 1, "10");
            shares.snapshot().restore();
        }

        assertThat(shares.archived.keySet())
                .as("two slices, of trades and orders")
                .hasSizeLessThanOrEqualTo(4);
        assertThat(shares.bust(6)).hasSize(3);
    }

    @Test
    void stateOfAProgramThatKeptNoTradesIsRead() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 2, "10");
        shares.snapshot();
        shares.pieces.remove(Pieces.TRADE_SLICES);
        shares.archived.clear();
        shares.restore();
        shares.buy("ANN", "b2", 2, "10");

        assertThat(refusal(shares.bust(1))).isEqualTo("UNKNOWN_TRADE UNKNOWN_TRADE");
        assertThat(shares.bust(2)).contains("TRADE_CANCEL SAM/s1 FILLED 2+0 of SKU-1-11");
    }

    @Test
    void nothingIsKeptWhereNothingIsCorrectable() {
        TestMarket market = new TestMarket(MarketRules.of(List.of(TestMarket.OPERATOR), 0), LadderBook::new);
        market.operate(instrument(true, false, 0));
        market.sell("SAM", "s1", 4, "10");
        market.buy("ANN", "b1", 4, "10");
        market.snapshot();

        assertThat(refusal(market.bust(1))).isEqualTo("UNKNOWN_TRADE UNKNOWN_TRADE");
        assertThat(market.archived).isEmpty();
        assertThat(market.operate(new Tick())).containsExactly("ACCEPTED Tick");
    }

    private static String refusal(List<String> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0).replaceFirst("BUSINESS_REJECT CorrectTrade " + SYMBOL + "-T-\\d+ ", "");
    }
}
