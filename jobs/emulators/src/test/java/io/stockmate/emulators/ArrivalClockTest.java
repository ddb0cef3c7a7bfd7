package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalClockTest {
    private final AtomicLong real = new AtomicLong(1_000);
    private final ArrivalClock clock = new ArrivalClock(real::get);

    @Test
    void neverGoesBack() {
        assertThat(clock.millis()).isEqualTo(1_000);
        real.set(900);
        assertThat(clock.millis()).isEqualTo(1_000);
    }

    @Test
    void runsFasterFromTheMomentItIsTold() {
        clock.runFrom(10_000);
        assertThat(clock.millis()).isEqualTo(1_000);
        real.addAndGet(3);
        assertThat(clock.millis()).isEqualTo(31_000);
    }

    @Test
    void goesOnFromAStoredTimeThatLiesAhead() {
        clock.advanceTo(5_000_000);
        clock.runFrom(1);
        real.addAndGet(7);
        assertThat(clock.millis()).isEqualTo(5_000_007);
    }

    @Test
    void doesNotStandStill() {
        assertThatThrownBy(() -> KinesisSettings.defaults().withSpeed(0)).hasMessageContaining("speed is 0");
    }
}
