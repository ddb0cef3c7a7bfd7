package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestOrders.goodTill;
import static io.stockmate.core.market.TestOrders.limit;
import static io.stockmate.core.market.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Category;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders end by book time. */
class OrderExpiryTest {
    private static final long DAY_MS = 86_400_000L;
    private final TestMarket market = TestMarket.ofShares();

    @Test
    void dayOrderExpiresAtTheEndOfTheDayOfBookTime() {
        market.send("ANN", limit("b1", Side.BUY, 5, "9", TimeInForce.DAY));
        long midnight = MORNING - MORNING % DAY_MS + DAY_MS;

        assertThat(market.at(midnight - 1).operate(new Tick())).containsExactly("ACCEPTED Tick");
        assertThat(market.at(midnight).operate(new Tick()))
                .containsExactly("EXPIRED ANN/b1 EXPIRED 0+0 EXPIRED", "ACCEPTED Tick", "TOP - | -");
        assertThat(market.lastReportOf("b1").category()).isEqualTo(Category.no_match_buy);
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
    void replacedExpiryMovesTheEnd() {
        market.send("ANN", goodTill("b1", Side.BUY, 1, "9", MORNING + 10));
        market.send("BOB", goodTill("b2", Side.BUY, 1, "9", MORNING + 20));

        assertThat(expireAt("r1", "b1", MORNING + 30)).containsExactly("REPLACED ANN/r1 NEW 0+1");
        assertThat(market.lastReportOf("r1").expireTime()).isEqualTo(MORNING + 30);
        assertThat(market.snapshot().restore().at(MORNING + 29).operate(new Tick()))
                .containsExactly("EXPIRED BOB/b2 EXPIRED 0+0 EXPIRED", "ACCEPTED Tick", "TOP 1@9 | -");
        assertThat(market.at(MORNING + 30).operate(new Tick()))
                .containsExactly("EXPIRED ANN/r1 EXPIRED 0+0 EXPIRED", "ACCEPTED Tick", "TOP - | -");
    }

    @Test
    void expiryIsReplacedWhereThereIsOneAndByALaterTime() {
        market.send("ANN", goodTill("b1", Side.BUY, 1, "9", MORNING + 10));
        market.send("ANN", limit("b2", Side.BUY, 1, "9", TimeInForce.DAY));

        assertThat(expireAt("r1", "b1", MORNING)).containsExactly("CANCEL_REJECT r1 of b1 SKU-1-2 NEW 99 TOO_LATE");
        assertThat(expireAt("r2", "b2", MORNING + 30))
                .containsExactly("CANCEL_REJECT r2 of b2 SKU-1-3 NEW 99 INVALID_EXPIRE_TIME");
        assertThat(expireAt("r3", "b1", MORNING + 1)).containsExactly("REPLACED ANN/r3 NEW 0+1");
    }

    private List<String> expireAt(String id, String origId, long expireTime) {
        return market.send("ANN", new ReplaceOrder(id, origId, NONE, NONE, NONE, NONE, expireTime));
    }

    @Test
    void orderThatIsGoodTillNowIsTooLate() {
        assertThat(market.send("ANN", goodTill("b1", Side.BUY, 1, "9", MORNING)))
                .containsExactly("REJECTED ANN/b1 REJECTED 0+0 4 TOO_LATE");
    }
}
