package io.stockmate.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    @Test
    void mixesAsTheGeneratorOfTheJdkDoes() {
        SplittableRandom random = new SplittableRandom(0);
        for (long n = 1; n <= 100; n++) {
            assertThat(SplitMix64.mix(n * STEP)).isEqualTo(random.nextLong());
        }
    }
}
