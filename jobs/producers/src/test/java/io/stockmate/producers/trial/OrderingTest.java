package io.stockmate.producers.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OrderingTest {
    @Test
    void keysOfFiguresHaveNoDots() {
        assertThat(Arrays.stream(Ordering.values()).map(Ordering::key))
                .containsExactly(
                        "fixed", "mean28_z1", "mean28_z1645", "mean28_z25", "mean28_z35", "mean28_z5", "approved");
    }
}
