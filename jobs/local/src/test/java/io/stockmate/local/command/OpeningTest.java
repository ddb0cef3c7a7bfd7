package io.stockmate.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Event;
import io.stockmate.producers.Producer;
import io.stockmate.producers.Submission;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpeningTest {
    private boolean answered;
    private final Opening opening = new Opening(new Talker(), () -> answered);

    @Test
    void afterTheFirstWordsThereIsSilenceUntilTheAnswer() {
        assertThat(opening.step(1_000)).hasSize(1);
        assertThat(opening.step(1_050)).isEmpty();
        answered = true;
        assertThat(opening.step(1_100)).hasSize(1);
        answered = false;
        assertThat(opening.step(1_150)).hasSize(1);
    }

    @Test
    void patienceEnds() {
        opening.step(1_000);
        assertThat(opening.step(1_000 + Opening.PATIENCE_MS - 1)).isEmpty();
        assertThat(opening.step(1_000 + Opening.PATIENCE_MS)).hasSize(1);
    }

    /** Says something at each step. */
    private static final class Talker implements Producer {
        @Override
        public void observe(Event event) {}

        @Override
        public List<Submission> step(long time) {
            return List.of(new Submission.OfBytes("AAPL", new byte[0]));
        }
    }
}
