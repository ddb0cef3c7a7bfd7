package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProducersTest {
    private final Clock clock = new Clock(1_000);
    private final FileProducer file =
            new FileProducer(new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)), 1);

    @Test
    void allHearAndAllSpeak() {
        Producers producers = new Producers(clock, file);
        producers.step(0, List.of(Events.top("AMZN", 1)));

        assertThat(producers.step(1_000)).hasSize(2);
        assertThat(clock.symbols()).isEqualTo(1);
    }

    @Test
    void areFinishedWhenTheLastIs() {
        file.step(0);
        file.step(1_000);

        assertThat(new Producers(file).isFinished()).isTrue();
        assertThat(new Producers(clock, file).isFinished()).isFalse();
    }
}
