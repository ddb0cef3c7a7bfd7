package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestOrders.deliveredIn;
import static io.stockmate.core.market.TestOrders.limit;
import static io.stockmate.core.market.TestOrders.market;
import static io.stockmate.core.market.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.junit.jupiter.api.Test;

/** Orders that cannot be, and the field that is told. */
class RefusedOrdersTest {
    private final TestMarket market = TestMarket.ofShares();

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
        assertRejected(
                order("o", Side.SELL, OrdType.LIMIT, 1, 100, TimeInForce.GTC, NONE, false, null, 3_651),
                "99 INVALID_LEAD_TIME_DAYS");
        assertRejected(
                new NewOrder(
                        "p",
                        Side.BUY,
                        OrdType.LIMIT,
                        1,
                        100,
                        100,
                        TimeInForce.GTC,
                        NONE,
                        NONE,
                        NONE,
                        false,
                        null,
                        NONE,
                        null),
                "11 UNSUPPORTED_STOP_PX");
        assertThat(market.market().restingOrders()).isZero();
    }

    @Test
    void leadTimeIsOfNoDayToTenYears() {
        assertThat(market.send("SAM", deliveredIn("s1", 0, 1, "9"))).contains("NEW SAM/s1 NEW 0+1");
        assertThat(market.send("SAM", deliveredIn("s2", 3_650, 1, "9"))).contains("NEW SAM/s2 NEW 0+1");
    }

    @Test
    void moneyBeyondTheLimitIsRejected() {
        TestMarket large = new TestMarket();
        large.operate(new DefineInstrument(
                "Bulk", null, "EUR", 100, 1, 999_999_999_999L, 0, true, false, NONE, NONE, NONE, NONE, NONE, NONE));
        large.send("SAM", limit("s1", Side.SELL, 1_000_000, "99999999.99", TimeInForce.GTC));
        large.send("SAM", limit("s2", Side.SELL, 100_000, "99999999.99", TimeInForce.GTC));
        assertThat(large.send("SAM", limit("s3", Side.SELL, 1_000_001, "99999999.99", TimeInForce.GTC)))
                .containsExactly("REJECTED SAM/s3 REJECTED 0+0 3 EXCEEDS_MONEY_LIMIT");

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
}
