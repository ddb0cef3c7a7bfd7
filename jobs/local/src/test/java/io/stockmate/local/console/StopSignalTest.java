package io.stockmate.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sun.misc.Signal;
import sun.misc.SignalHandler;

class StopSignalTest {
    private final Semaphore came = new Semaphore(0);
    private final Map<String, SignalHandler> former = new HashMap<>();

    @BeforeEach
    void takeSignals() {
        for (String name : List.of("INT", "TERM")) {
            former.put(name, Signal.handle(new Signal(name), signal -> came.release()));
        }
    }

    @AfterEach
    void giveSignalsBack() {
        former.forEach((name, handler) -> Signal.handle(new Signal(name), handler));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void signalGoesToWhomItBelongs(String name) throws Exception {
        assumeThat(former.get(name))
                .as("SIG%s is ignored where the build runs in the background, and stays so", name)
                .isNotEqualTo(SignalHandler.SIG_IGN);
        StopSignal closed = StopSignal.take();
        closed.close();
        Signal.raise(new Signal(name));
        assertThat(came.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        try (StopSignal stop = StopSignal.take()) {
            assertThat(stop.await(Duration.ZERO)).isFalse();
            Signal.raise(new Signal(name));
            assertThat(stop.await(Duration.ofSeconds(10))).isTrue();
        }
        // Within the second it is still the same request.
        Signal.raise(new Signal(name));
        assertThat(came.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(closed.await(Duration.ZERO)).isFalse();
    }
}
