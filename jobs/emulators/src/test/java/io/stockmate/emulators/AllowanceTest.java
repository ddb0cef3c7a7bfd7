package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final Allowance allowance = new Allowance(10, nanos::get);

    @Test
    void aSecondsWorthIsThereAtOnceAndComesBackEvenly() {
        assertThat(allowance.has(10)).isTrue();
        assertThat(allowance.has(11)).isFalse();
        allowance.take(10);
        assertThat(allowance.has(1)).isFalse();
        pass(99);
        assertThat(allowance.has(1)).isFalse();
        pass(1);
        assertThat(allowance.has(1)).isTrue();
        assertThat(allowance.has(2)).isFalse();
    }

    @Test
    void whoTakesMoreWaitsLonger() {
        allowance.take(30);
        pass(2_000);
        assertThat(allowance.has(1)).isFalse();
        pass(100);
        assertThat(allowance.has(1)).isTrue();
    }

    @Test
    void nothingIsSavedUp() {
        pass(3_600_000);
        assertThat(allowance.has(11)).isFalse();
        assertThat(allowance.has(10)).isTrue();
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
