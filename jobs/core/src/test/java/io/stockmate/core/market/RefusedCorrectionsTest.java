package io.stockmate.core.market;

import static io.stockmate.core.market.CorrectionRefusal.refusal;
import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestMarket.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Corrections by others, of nothing, too late, twice or beyond what can be. */
class RefusedCorrectionsTest {
    private static final long DAY_MS = 86_400_000L;
    private static final long WEEK_MS = 7 * DAY_MS;
    private final TestMarket shares = TestMarket.ofShares();

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
        shares.operate(upTo(1_000_000_000, false));
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
        assertThat(refusal(market.correct(1, "", 999_000))).isEqualTo("EXCEEDS_LIMIT EXCEEDS_STOCK_LIMIT");
        assertThat(market.correct(1, "", 999_001)).endsWith("STOCK ANN CORRECTION -999: 999001-0=999001 +0");
    }

    @Test
    void buyerIsNotLeftShorterThanCanBeCounted() {
        TestMarket market = new TestMarket();
        market.operate(upTo(999_999_999_999L, true));
        market.sell("SAM", "s0", 1_000, "1");
        market.buy("ANN", "b1", 1_000, "1");
        for (int i = 1; i <= 1_000; i++) {
            market.sell("ANN", "s" + i, 999_999_999_999L, "2");
        }
        assertThat(market.sell("ANN", "last", 1_990, "2"))
                .contains("STOCK ANN ALLOCATE 1990: 1000-1000000000000990=-999999999999990 +0");

        assertThat(refusal(market.correct(1, "", 990))).isEqualTo("EXCEEDS_LIMIT EXCEEDS_STOCK_LIMIT");
        assertThat(market.correct(1, "", 991)).hasSize(5);
    }

    private static DefineInstrument upTo(long maxOrderQty, boolean tracksStock) {
        return new DefineInstrument(
                "A thing", null, "EUR", 100, 1, maxOrderQty, 0, true, tracksStock, NONE, NONE, NONE, NONE, NONE, NONE);
    }
}
