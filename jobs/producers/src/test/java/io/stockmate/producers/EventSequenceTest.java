package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSequenceTest {
    private final List<Long> handed = new ArrayList<>();
    private final EventSequence sequence = new EventSequence(event -> handed.add(event.seq()));

    @Test
    void startsAtTheFirstEventItMeets() {
        accept(41, 42);

        assertThat(handed).containsExactly(41L, 42L);
    }

    @Test
    void dropsRepeats() {
        accept(1, 2, 1, 2, 3);

        assertThat(handed).containsExactly(1L, 2L, 3L);
    }

    @Test
    void holdsBackWhatComesEarly() {
        accept(1, 4, 3);
        assertThat(handed).containsExactly(1L);

        accept(2);
        assertThat(handed).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void givesAGapUpWhenTooMuchWaitsBehindIt() {
        accept(1);
        for (long seq = 3; seq < 3 + EventSequence.HELD_BACK_MAX; seq++) {
            accept(seq);
        }
        assertThat(handed).containsExactly(1L);

        accept(3 + EventSequence.HELD_BACK_MAX);
        assertThat(handed).hasSize(2 + EventSequence.HELD_BACK_MAX).doesNotContain(2L);
    }

    private void accept(long... seqs) {
        for (long seq : seqs) {
            sequence.accept(Events.top("AMZN", seq));
        }
    }
}
