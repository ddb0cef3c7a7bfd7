package io.stockmate.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class FillableAllocationTest {
    private static final int CALLS = 20_000;
    private static final SelfTradePrevention[] PREVENTIONS = SelfTradePrevention.values();

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Book book = new LadderBook();

    @Test
    void askingWhatIsFillableAllocatesNothing() {
        for (int order = 1; order <= 100; order++) {
            book.rest(order, order % 7, Side.SELL, 1_000_000 + order / 3, 1_000);
        }
        for (int order = 101; order <= 120; order++) {
            book.rest(order, order % 7, Side.SELL, 1_000_000 + order / 3, 100, 300, 100);
        }
        long expected = ask();
        ask();

        long before = threads.getCurrentThreadAllocatedBytes();
        long sum = ask();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isEqualTo(expected).isPositive();
        assertThat(allocated).as("bytes in " + CALLS + " calls").isLessThan(CALLS);
    }

    private long ask() {
        long sum = 0;
        for (int call = 0; call < CALLS; call++) {
            SelfTradePrevention prevention = PREVENTIONS[call % PREVENTIONS.length];
            sum += book.fillable(call % 7, Side.BUY, Book.ANY_BUY, 90_000, prevention);
        }
        return sum;
    }
}
