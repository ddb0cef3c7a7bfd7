package io.stockmate.core.market;

import static io.stockmate.core.market.TestOrders.stopLimit;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working orders lie in state in pieces of 64 entries; a snapshot holds the pieces of which an order has changed. */
class StoredOrdersTest {
    private static final int PIECE = 64;

    private final TestMarket market = TestMarket.ofShares();

    @Test
    void stopIsStoredAsTriggered() {
        market.send("ANN", stopLimit("b1", Side.BUY, 5, "10", "9"));
        goOnInTheNextPiece();
        market.sell("SAM", "s1", 1, "9");
        assertThat(market.buy("BOB", "b2", 1, "9")).contains("TRIGGERED ANN/b1 NEW 0+5");
        market.snapshot().restore();

        assertThat(market.sell("SUE", "s2", 5, "10")).contains("TRADE 5@10 ANN<-SUE by SELL");
    }

    @Test
    void replacementIsStored() {
        market.buy("ANN", "b1", 5, "10");
        goOnInTheNextPiece();
        market.replace("ANN", "r1", "b1", 3, "");
        market.snapshot().restore();

        assertThat(market.sell("SUE", "s1", 5, "10")).contains("TRADE ANN/r1 3@10 FILLED 3+0");
    }

    @Test
    void correctedTradeOfAWorkingOrderIsStored() {
        market.buy("ANN", "b1", 5, "10");
        market.sell("SAM", "s1", 2, "10");
        goOnInTheNextPiece();
        market.bust(1);
        market.snapshot().restore();

        assertThat(market.cancel("ANN", "c1", "b1")).contains("CANCELED ANN/c1 CANCELED 0+0 BY_OWNER");
    }

    @Test
    void pieceGoesWithTheLastOfItsOrders() {
        market.buy("ANN", "b1", 5, "10");
        market.snapshot();
        assertThat(market.pieces).containsKey(Pieces.ORDERS + 0);

        market.cancel("ANN", "c1", "b1");
        market.snapshot();
        assertThat(market.pieces).doesNotContainKey(Pieces.ORDERS + 0);
    }

    @Test
    void pieceIsWrittenOnlyAfterAChange() {
        market.buy("ANN", "b1", 5, "10");
        goOnInTheNextPiece();
        market.buy("ANN", "b2", 5, "10");
        byte[] first = market.pieces.get(Pieces.ORDERS + 0);
        market.snapshot();
        assertThat(market.pieces.get(Pieces.ORDERS + 0)).isSameAs(first);

        market.restore().operate(new Tick());
        market.snapshot();
        assertThat(market.pieces.get(Pieces.ORDERS + 0)).isSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "last"})
    void orderIsInOnePiece(String canceled) {
        market.buy("ANN", "first", 5, "10");
        for (int command = 3; command < PIECE; command++) {
            market.operate(new Tick());
        }
        market.buy("ANN", "last", 5, "10");
        assertThat(market.market().commandSeq()).isEqualTo(PIECE);
        market.snapshot();
        assertThat(market.pieces).containsKeys(Pieces.ORDERS + 0, Pieces.ORDERS + 1);

        market.cancel("ANN", "c1", canceled);
        market.snapshot().restore();
        assertThat(market.market().restingOrders()).isEqualTo(1);
    }

    /** From here on, commands bring orders of another piece; what was before is stored. */
    private void goOnInTheNextPiece() {
        for (int tick = 0; tick < PIECE; tick++) {
            market.operate(new Tick());
        }
        market.snapshot();
    }
}
