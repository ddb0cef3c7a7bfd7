package io.stockmate.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class TradingAllocationTest {
    /** A slot that is lost in each round makes an array that doubles grow while it is looked at: beyond 16,384. */
    private static final int ROUNDS = 6_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Book book = new LadderBook();
    private final Counter counter = new Counter();

    @Test
    void bookInItsSteadyStateAllocatesNothing() {
        play();
        play();

        counter.trades = 0;
        long before = threads.getCurrentThreadAllocatedBytes();
        play();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(counter.trades).isEqualTo(7 * ROUNDS);
        assertThat(allocated).as("bytes in " + ROUNDS + " rounds").isLessThan(ROUNDS);
    }

    /** A plain order, an iceberg of five slices and one that moves to a bid fill; the rest is lowered and removed. */
    private void play() {
        for (int round = 0; round < ROUNDS; round++) {
            long price = 1_000_000 + 7 * (round % 500);
            book.rest(1, 1, Side.SELL, price, 3);
            book.rest(2, 1, Side.SELL, price, 2, 8, 2);
            book.rest(3, 1, Side.SELL, price + 5_000, 9);
            book.enter(4, 2, Side.BUY, price, 20, SelfTradePrevention.CANCEL_NEW, true, counter);
            book.reenter(3, price + 6_000, 8, SelfTradePrevention.CANCEL_NEW, counter);
            book.reduce(3, 2);
            book.remove(3);
            book.rest(5, 1, Side.SELL, price + 5_000, 3);
            book.reenter(5, price, 3, SelfTradePrevention.CANCEL_NEW, counter);
            book.remove(4);
        }
    }

    private static final class Counter implements BookListener {
        int trades;

        @Override
        public void traded(
                long resting, long incoming, long price, long quantity, long restingLeft, long incomingLeft) {
            trades++;
        }

        @Override
        public void restingRemoved(long resting, long incoming, long quantity) {}

        @Override
        public void restingReduced(long resting, long incoming, long by, long left) {}

        @Override
        public void incomingRemoved(long resting, long incoming, long quantity) {}

        @Override
        public void incomingReduced(long resting, long incoming, long by, long left) {}
    }
}
