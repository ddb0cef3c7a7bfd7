package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashRangeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 500})
    void rangesCoverAllKeysOnce(int count) {
        List<HashRange> ranges = HashRange.split(count);
        assertThat(ranges).hasSize(count);
        BigInteger next = BigInteger.ZERO;
        for (HashRange range : ranges) {
            assertThat(range.start()).isEqualTo(next);
            assertThat(range.end()).isGreaterThan(range.start());
            next = range.end().add(BigInteger.ONE);
        }
        assertThat(next).isEqualTo(BigInteger.TWO.pow(128));
    }

    /** The digest of RFC 1321's test suite, in decimal. */
    @Test
    void hashKeyIsTheMd5OfThePartitionKey() {
        assertThat(HashRange.hashKey("abc")).isEqualTo(new BigInteger("900150983cd24fb0d6963f7d28e17f72", 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "x", "1e3", "01", "340282366920938463463374607431768211456"})
    void explicitHashKeyMustBeOneOfTheKeys(String key) {
        assertThatThrownBy(() -> HashRange.explicit(key)).isInstanceOf(ApiException.class);
    }

    @Test
    void explicitHashKeyReachesBothEnds() {
        BigInteger last = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);
        assertThat(HashRange.explicit("0")).isZero();
        assertThat(HashRange.explicit(last.toString())).isEqualTo(last);
    }
}
