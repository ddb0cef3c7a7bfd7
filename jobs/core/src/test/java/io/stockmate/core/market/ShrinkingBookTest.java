package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestOrders.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.book.Book;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A book keeps no memory for orders that are long gone. */
class ShrinkingBookTest {
    private static final int MARKETS = 4;
    private static final int ORDERS = 25_000;
    private static final long IDLE_BYTES_MAX = 300_000;
    private static final long TWO_DAYS_MS = 2 * 24 * 3_600_000L;

    @Test
    void idleMarketAfterABurstIsSmall() {
        burst(100);
        long before = usedBytes();

        List<Market> idle = new ArrayList<>();
        for (int market = 0; market < MARKETS; market++) {
            idle.add(burst(ORDERS));
        }

        assertThat((usedBytes() - before) / MARKETS).isLessThan(IDLE_BYTES_MAX);
        Reference.reachabilityFence(idle);
    }

    @Test
    void bookThatWasMadeAnewGoesOnAsTheOldOne() {
        TestMarket shrunk = TestMarket.ofShares();
        TestMarket other = TestMarket.ofShares();
        for (TestMarket market : List.of(shrunk, other)) {
            for (int order = 0; order < 2_000; order++) {
                market.buy(order % 2 == 0 ? "ANN" : "BOB", "b" + order, 1 + order % 7, "9." + order % 10);
            }
            for (int order = 0; order < 1_900; order++) {
                market.cancel(order % 2 == 0 ? "ANN" : "BOB", "x" + order, "b" + order);
            }
        }
        Book before = shrunk.book();

        shrunk.snapshot();
        Book anew = shrunk.book();
        assertThat(anew).isNotSameAs(before);
        for (TestMarket market : List.of(shrunk, other)) {
            market.sell("ANN", "s1", 150, "9");
        }

        assertThat(shrunk.market().chain()).isEqualTo(other.market().chain());
        assertThat(shrunk.market().restingOrders()).isPositive();
        shrunk.snapshot();
        assertThat(shrunk.book()).as("made anew once").isSameAs(anew);
    }

    @Test
    void bookThatIsStillInUseIsKept() {
        TestMarket market = TestMarket.ofShares();
        for (int order = 0; order < 2_000; order++) {
            market.buy("ANN", "b" + order, 1, "9");
        }
        for (int order = 0; order < 1_700; order++) {
            market.cancel("ANN", "x" + order, "b" + order);
        }
        Book before = market.book();

        market.snapshot();

        assertThat(market.book()).isSameAs(before);
    }

    /** A market in which so many orders came and went two days ago. */
    private static Market burst(int orders) {
        Market market = Market.open(TestMarket.RULES, TestMarket.SYMBOL);
        apply(market, MORNING, TestMarket.OPERATOR, TestMarket.instrument(true, false, 0));
        for (int order = 0; order < orders; order++) {
            Side side = order % 2 == 0 ? Side.BUY : Side.SELL;
            String price = (side == Side.BUY ? "8." : "9.") + order / 2 % 100;
            apply(market, MORNING, "ANN", limit("o" + order, side, 5, price, TimeInForce.GTC));
        }
        for (int order = 0; order < orders; order++) {
            apply(market, MORNING, "ANN", new CancelOrder("x" + order, "o" + order));
        }
        assertThat(market.restingOrders()).isZero();
        apply(market, MORNING + TWO_DAYS_MS, TestMarket.OPERATOR, new Tick());
        apply(market, MORNING + 2 * TWO_DAYS_MS, TestMarket.OPERATOR, new Tick());
        market.writeChanges(new Nowhere());
        return market;
    }

    private static void apply(Market market, long time, String account, CommandBody body) {
        Cause cause = new Cause("shardId-000000000000", Long.toString(market.commandSeq()), 0, time);
        market.apply(new Command(TestMarket.SYMBOL, account, Absent.NUMBER, body), cause, event -> {});
    }

    private static long usedBytes() {
        for (int collection = 0; collection < 3; collection++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static final class Nowhere implements PieceSink {
        @Override
        public void put(String piece, byte[] bytes) {}

        @Override
        public void remove(String piece) {}
    }
}
