package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.TopOfBook;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableAndDayTest {
    /** 2026-03-05T00:00:00.000Z. */
    private static final long MIDNIGHT = 1_772_668_800_000L;

    @Test
    void dayEndsAtMidnightUtc() {
        assertThat(bucketOf(event(MIDNIGHT - 1))).isEqualTo("top_of_book/dt=2026-03-04");
        assertThat(bucketOf(event(MIDNIGHT))).isEqualTo("top_of_book/dt=2026-03-05");
    }

    @Test
    void lateRowGoesToItsOwnDay() {
        TableAndDay buckets = new TableAndDay();
        assertThat(buckets.getBucketId(event(MIDNIGHT), new AnyTime())).endsWith("dt=2026-03-05");
        assertThat(buckets.getBucketId(event(MIDNIGHT - 1), new AnyTime())).endsWith("dt=2026-03-04");
    }

    @Test
    void timeBeforeTheEpochHasADay() {
        assertThat(bucketOf(event(-1))).isEqualTo("top_of_book/dt=1969-12-31");
    }

    @Test
    void commandGoesToTheDayOfItsBookTime() {
        assertThat(bucketOf(new LakeRow.OfCommand(Specimens.logEntry(), MIDNIGHT)))
                .isEqualTo("command/dt=2026-03-05");
    }

    @Test
    void deadLetterGoesToTheDayOfItsArrival() {
        Cause cause = new Cause("shardId-000000000000", "1", 0, MIDNIGHT);
        DeadLetter letter = new DeadLetter(cause, "S", DeadLetterReason.MALFORMED, "", 0, "", new byte[0]);
        assertThat(bucketOf(new LakeRow.OfDeadLetter(letter))).isEqualTo("dead_letter/dt=2026-03-05");
    }

    private static LakeRow event(long ts) {
        return TestLake.row(new TopOfBook(1, 1, 1, 1), "S", 1, ts);
    }

    private static String bucketOf(LakeRow row) {
        return new TableAndDay().getBucketId(row, new AnyTime());
    }

    /** The time at which a row is written is of no effect: asking for it fails. */
    private static final class AnyTime implements BucketAssigner.Context {
        @Override
        public long currentProcessingTime() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long currentWatermark() {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Long timestamp() {
            throw new UnsupportedOperationException();
        }
    }
}
