package io.stockmate.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamEndTest {
    private static final long STILL_NS = StreamEnd.STILL.toNanos();

    private final StreamEnd end = new StreamEnd(Map.of("a", "7", "child", ""));

    @Test
    void readerIsThereWhenItHasEmittedTheLastRecordOfEachShard() {
        assertThat(end.isReached(Map.of("a", "6", "child", ""), Map.of("a", 40L, "child", 0L), 0))
                .isFalse();
        assertThat(end.isReached(Map.of("a", "7", "child", ""), Map.of("a", 40L, "child", 0L), 1))
                .isTrue();
    }

    @Test
    void shardThatIsNotBegunMayHaveParentsThatAreNotRead() {
        assertThat(end.isReached(Map.of("a", "7"), Map.of("a", 0L), 0)).isFalse();
        assertThat(end.isReached(Map.of("a", "7"), Map.of("a", 0L), 2 * STILL_NS))
                .isFalse();
        assertThat(end.isReached(Map.of("a", "7", "child", ""), Map.of("a", 0L, "child", -1L), 3 * STILL_NS))
                .isFalse();
    }

    @Test
    void lastRecordThatHoldsNothingIsReadWhenNothingComesAnyMore() {
        Map<String, Long> behind = Map.of("a", 0L, "child", 0L);
        assertThat(end.isReached(Map.of("a", "5", "child", ""), behind, 0)).isFalse();
        assertThat(end.isReached(Map.of("a", "6", "child", ""), behind, STILL_NS))
                .isFalse();
        assertThat(end.isReached(Map.of("a", "6", "child", ""), behind, 2 * STILL_NS - 1))
                .isFalse();
        assertThat(end.isReached(Map.of("a", "6", "child", ""), behind, 2 * STILL_NS))
                .isTrue();
    }

    @Test
    void readerThatIsBehindIsNotThereHoweverLongItStandsStill() {
        Map<String, Long> behind = Map.of("a", 900L, "child", 0L);
        assertThat(end.isReached(Map.of("a", "6", "child", ""), behind, 0)).isFalse();
        assertThat(end.isReached(Map.of("a", "6", "child", ""), behind, 9 * STILL_NS))
                .isFalse();
    }
}
