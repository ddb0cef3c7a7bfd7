package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyFilterTest {
    @Test
    void everyKeyThatWasAddedMayBeHeldAndFewOthers() {
        int keys = 10_000;
        Random random = new Random(7);
        KeyFilter filter = new KeyFilter(keys);
        random.longs(keys).forEach(filter::add);
        ByteBuffer bytes = ByteBuffer.allocate((int) KeyFilter.bytes(keys));
        filter.write(bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        KeyFilter read = KeyFilter.read(bytes.flip(), keys);
        assertThat(bytes.hasRemaining()).isFalse();

        for (KeyFilter each : new KeyFilter[] {filter, read}) {
            assertThat(new Random(7).longs(keys).allMatch(each::mayHold)).isTrue();
            assertThat(new Random(8).longs(100_000).filter(each::mayHold).count())
                    .as("of 100,000")
                    .isLessThan(300);
        }
    }

    @Test
    void oneForNoKeysHoldsNone() {
        assertThat(KeyFilter.bytes(0)).isZero();
        assertThat(new KeyFilter(0).mayHold(7)).isFalse();
    }

    @Test
    void oneForAKeyTakesABlock() {
        assertThat(KeyFilter.bytes(1)).isEqualTo(32);
        assertThat(KeyFilter.bytes(16)).isEqualTo(32);
        assertThat(KeyFilter.bytes(17)).isEqualTo(64);
    }
}
