package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestOrders.deliveredIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.MoveKind;
import org.junit.jupiter.api.Test;

/** The stock of each account is a piece of its own in state. */
class StoredStockTest {
    private static final long DAY_MS = 86_400_000L;

    private final TestMarket market = TestMarket.ofGoods(0);

    @Test
    void accountThatHasAndExpectsNothingIsNoLongerStored() {
        market.receive("MAKER", "m1", 10);
        market.send("MAKER", deliveredIn("s1", 3, 10, "5"));
        market.buy("SHOP", "b1", 10, "5");
        market.move("SHOP", "m2", MoveKind.RECEIPT, 10, "SKU-1-4");
        market.move("SHOP", "m3", MoveKind.ISSUE, 9, null);
        market.snapshot();
        assertThat(market.pieces).doesNotContainKey(Pieces.STOCK + "MAKER").containsKey(Pieces.STOCK + "SHOP");

        market.at(MORNING + DAY_MS).move("SHOP", "m4", MoveKind.ISSUE, 1, null);
        market.snapshot();
        assertThat(market.pieces).doesNotContainKey(Pieces.STOCK + "SHOP");
    }

    @Test
    void accountIsStoredWhenItsStockChangesOnly() {
        market.receive("SHOP", "m1", 10);
        market.snapshot();
        byte[] stored = market.pieces.get(Pieces.STOCK + "SHOP");

        market.receive("MAKER", "m1", 10);
        market.snapshot();
        assertThat(market.pieces.get(Pieces.STOCK + "SHOP")).isSameAs(stored);
    }
}
