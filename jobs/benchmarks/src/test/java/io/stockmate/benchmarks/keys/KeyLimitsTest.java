package io.stockmate.benchmarks.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyLimitsTest {
    @Test
    void lessThanTwoGigabytesAndNoKeyBeyondItsPartKeepTheLimits() {
        assertThat(KeyLimits.judged(0, 1_999_999_999))
                .isEqualTo(" state_limit_bytes=512 keys_over_limit=0 memory_bytes_max=1999999999"
                        + " limit_bytes=2000000000 violations=0")
                .matches(KeyLimits::isKept);
    }

    @Test
    void twoGigabytesDoNot() {
        assertThat(KeyLimits.judged(0, 2_000_000_000))
                .endsWith(" memory_bytes_max=2000000000 limit_bytes=2000000000 violations=1")
                .doesNotMatch(KeyLimits::isKept);
    }

    @Test
    void eachKeyThatTakesMoreThanItMayIsAViolation() {
        assertThat(KeyLimits.judged(10, 1_000))
                .contains(" keys_over_limit=10 ")
                .endsWith(" violations=10")
                .doesNotMatch(KeyLimits::isKept);
    }

    @Test
    void memoryThatIsNotKnownDoesNot() {
        assertThat(KeyLimits.notJudged(0))
                .endsWith(" memory_bytes_max=NA limit_bytes=2000000000 violations=NA")
                .doesNotMatch(KeyLimits::isKept);
    }
}
