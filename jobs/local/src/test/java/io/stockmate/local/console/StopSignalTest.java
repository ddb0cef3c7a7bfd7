package io.stockmate.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sun.misc.Signal;
import sun.misc.SignalHandler;

class StopSignalTest {
    private static final Signal INT = new Signal("INT");
    private static final Signal TERM = new Signal("TERM");

    private final Semaphore came = new Semaphore(0);
    private SignalHandler ofInt;
    private SignalHandler ofTerm;

    @BeforeEach
    void takeSignals() {
        ofInt = Signal.handle(INT, signal -> came.release());
        ofTerm = Signal.handle(TERM, signal -> came.release());
    }

    @AfterEach
    void giveSignalsBack() {
        Signal.handle(INT, ofInt);
        Signal.handle(TERM, ofTerm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void signalGoesToWhomItBelongs(String name) throws Exception {
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
