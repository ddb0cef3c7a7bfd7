package io.stockmate.benchmarks.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryLimitTest {
    @Test
    void lessThanTwoGigabytesKeepTheLimit() {
        assertThat(MemoryLimit.judged(1_999_999_999))
                .isEqualTo(" memory_bytes_max=1999999999 limit_bytes=2000000000 violations=0")
                .matches(MemoryLimit::isKept);
    }

    @Test
    void twoGigabytesDoNot() {
        assertThat(MemoryLimit.judged(2_000_000_000))
                .isEqualTo(" memory_bytes_max=2000000000 limit_bytes=2000000000 violations=1")
                .doesNotMatch(MemoryLimit::isKept);
    }

    @Test
    void memoryThatIsNotKnownDoesNot() {
        assertThat(MemoryLimit.notJudged())
                .isEqualTo(" memory_bytes_max=NA limit_bytes=2000000000 violations=NA")
                .doesNotMatch(MemoryLimit::isKept);
    }
}
