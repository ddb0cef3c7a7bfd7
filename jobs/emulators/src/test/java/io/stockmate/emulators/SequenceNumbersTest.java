package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceNumbersTest {
    private static SequenceNumbers shard(int number, long openedAt) {
        return new SequenceNumbers(
                new ShardDescription(number, null, null, HashRange.split(1).get(0), openedAt, null));
    }

    private final SequenceNumbers numbers = shard(3, 1_700_000_000_000L);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 1_000_000_007L, Long.MAX_VALUE - 1})
    void positionComesBack(long position) {
        assertThat(numbers.of(position)).hasSize(56).containsOnlyDigits();
        assertThat(numbers.position(numbers.of(position))).isEqualTo(position);
    }

    @Test
    void startLiesBeforeTheFirstRecord() {
        assertThat(numbers.position(numbers.start())).isEqualTo(-1);
        assertThat(numbers.start()).hasSize(56).isLessThan(numbers.of(0));
    }

    @Test
    void numbersAscendWithinAShardAndFromParentToChild() {
        SequenceNumbers child = shard(4, 1_700_000_000_001L);
        List<String> ascending = List.of(
                numbers.start(), numbers.of(0), numbers.of(1), numbers.of(1L << 40), child.start(), child.of(0));
        assertThat(ascending).isSorted().doesNotHaveDuplicates();
    }

    /** The checks that the Kinesis Client Library makes: 186 bits, version 2, and the shard's number. */
    @Test
    void layoutIsTheOneThatLibrariesLookInto() {
        BigInteger number = new BigInteger(numbers.of(77));
        assertThat(number.bitLength()).isEqualTo(186);
        assertThat(number.intValue() & 15).isEqualTo(2);
        assertThat(number.shiftRight(4).intValue()).isEqualTo(3);
    }

    @Test
    void numberOfAnotherShardIsRefused() {
        String foreign = shard(4, 1_700_000_000_000L).of(0);
        String earlier = shard(3, 1_600_000_000_000L).of(0);
        String later = shard(3, 1_800_000_000_000L).of(0);
        for (String number : List.of(foreign, earlier, later, "0", "-5", "", "x", "9".repeat(129))) {
            assertThatThrownBy(() -> numbers.position(number))
                    .as(number)
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining(number);
        }
    }
}
