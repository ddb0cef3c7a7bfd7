package io.stockmate.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RepeatingTest {
    @Test
    void goesOnAfterWorkThatFailed() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(3);
        Repeating repeating = Repeating.start("work", () -> {
            third.countDown();
            if (turns.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
            return 1;
        });
        try (repeating) {
            assertThat(third.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsWhenItIsClosed() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        try (Repeating repeating = Repeating.start("work", () -> {
            first.countDown();
            return turns.incrementAndGet();
        })) {
            assertThat(repeating).isNotNull();
            assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
        }
        int atEnd = turns.get();
        Thread.sleep(50);

        assertThat(turns).hasValue(atEnd);
    }
}
