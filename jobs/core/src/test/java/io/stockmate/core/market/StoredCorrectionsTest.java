package io.stockmate.core.market;

import static io.stockmate.core.market.CorrectionRefusal.refusal;
import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestMarket.instrument;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.book.LadderBook;
import io.stockmate.core.message.Tick;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What state keeps of trades that can be corrected. */
class StoredCorrectionsTest {
    private static final long DAY_MS = 86_400_000L;
    private static final long WEEK_MS = 7 * DAY_MS;
    private final TestMarket shares = TestMarket.ofShares();
    private final TestMarket goods = TestMarket.ofGoods(0);

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
    void correctionsOfAnOrderThatHasEndedAddUp() {
        shares.sell("SAM", "s1", 1, "10");
        shares.sell("SAM", "s2", 2, "10");
        shares.buy("ANN", "b1", 3, "10");
        shares.snapshot().restore();
        assertThat(shares.bust(1)).contains("TRADE_CANCEL ANN/b1 FILLED 2+0 of SKU-1-9");
        shares.snapshot().restore();

        assertThat(shares.bust(2)).contains("TRADE_CANCEL ANN/b1 FILLED 0+0 of SKU-1-12");
    }

    @Test
    void tradeIsFoundWhenItsOrderHasEndedInALaterSlice() {
        shares.sell("SAM", "s1", 5, "10");
        shares.buy("ANN", "b1", 2, "10");
        shares.at(MORNING + WEEK_MS - 1).cancel("SAM", "c1", "s1");

        assertThat(shares.bust(1)).contains("TRADE_CANCEL SAM/s1 CANCELED 0+0 of SKU-1-6");
    }

    @Test
    void tradeIsFoundWhenAnEarlierOneWasCorrectedInALaterSlice() {
        shares.sell("SAM", "s1", 5, "10");
        shares.buy("ANN", "b1", 2, "10");
        shares.buy("ANN", "b2", 2, "10");
        shares.at(MORNING + WEEK_MS - 1).bust(1);

        assertThat(shares.bust(2)).contains("TRADE_CANCEL ANN/b2 FILLED 0+0 of SKU-1-12");
    }

    @Test
    void tradeIsArchivedOnce() {
        shares.sell("SAM", "s1", 4, "10");
        shares.buy("ANN", "b1", 4, "10");
        shares.snapshot();
        Map<String, byte[]> archived = Map.copyOf(shares.archived);

        shares.operate(new Tick());
        shares.snapshot();

        assertThat(shares.archived).isEqualTo(archived);
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
}
