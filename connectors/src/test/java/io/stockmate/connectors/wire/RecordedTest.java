package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetterReason;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTest {
    private static final Cause FIRST =
            new Cause("shardId-000000000007", "49590338271490256608559692538361571095", 3, 17);
    private static final Cause SECOND = new Cause("shardId-000000000000", "12", 0, 1_767_261_600_000L);

    @Test
    void fieldComesFirstAndIsPassedOverByOtherReaders() {
        ArrivedRecord tick = record("{\"type\":\"Tick\",\"symbol\":\"SKU-1\",\"account\":\"clock\"}");
        byte[] stamped = Recorded.stamp(tick);
        assertThat(stamped)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"recorded\":{\"shardId\":\"shardId-000000000007\",\"sequenceNumber\":"
                        + "\"49590338271490256608559692538361571095\",\"subSequence\":3,\"arrivedAt\":17},"
                        + "\"type\":\"Tick\",\"symbol\":\"SKU-1\",\"account\":\"clock\"}");
        assertThat(new CommandCodec().decode(mirrored(stamped))).isEqualTo(new CommandCodec().decode(tick));
    }

    @Property
    void restoredRecordIsTheOriginalByteByByte(@ForAll byte[] rest, @ForAll boolean spaced) {
        byte[] data = ((spaced ? " \n\t\r{" : "{") + new String(rest, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        ArrivedRecord original = new ArrivedRecord(FIRST, "SKU-1", data);
        assertThat(Recorded.restore(mirrored(Recorded.stamp(original)))).hasValueSatisfying(restored -> {
            assertThat(restored.cause()).isEqualTo(FIRST);
            assertThat(restored.partitionKey()).isEqualTo("SKU-1");
            assertThat(restored.data()).isEqualTo(data);
        });
    }

    @Test
    void fieldThatTheOriginalBroughtStaysWhereItWas() {
        ArrivedRecord original = record("{\"recorded\":{\"shardId\":\"x\"},\"type\":\"Tick\"}");
        assertThat(Recorded.restore(mirrored(Recorded.stamp(original))))
                .hasValueSatisfying(restored -> assertThat(restored.data()).isEqualTo(original.data()));
        ArrivedRecord stampedTwice = mirrored(Recorded.stamp(mirrored(Recorded.stamp(original))));
        assertThat(Recorded.restore(stampedTwice))
                .hasValueSatisfying(restored -> assertThat(restored.cause()).isEqualTo(SECOND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "{}",
                "{\"type\":\"Tick\",\"symbol\":\"SKU-1\"}",
                "{\"recorded\":{\"shardId\":\"s\",\"sequenceNumber\":\"1\",\"subSequence\":0,\"arrivedAt\":17}}",
                "{\"recorded\":{\"shardId\":\"s\",\"sequenceNumber\":\"-1\",\"subSequence\":0,\"arrivedAt\":17},\"a\":1}",
                "{\"recorded\":{\"shardId\":\"s\",\"sequenceNumber\":\"1\",\"subSequence\":0,"
                        + "\"arrivedAt\":99999999999999999999},\"a\":1}"
            })
    void whatWasNotStampedIsADeadLetter(String text) {
        ArrivedRecord record = record(text);
        assertThat(Recorded.restore(record)).isEmpty();
        assertThat(Recorded.missing(record).reason()).isEqualTo(DeadLetterReason.SCHEMA);
        assertThat(Recorded.missing(record).cause()).isEqualTo(FIRST);
    }

    @Test
    void whatIsNoObjectCannotBeStamped() {
        assertThatThrownBy(() -> Recorded.stamp(record("[]"))).hasMessageContaining("SKU-1 is no command");
    }

    private static ArrivedRecord record(String text) {
        return new ArrivedRecord(FIRST, "SKU-1", text.getBytes(StandardCharsets.UTF_8));
    }

    private static ArrivedRecord mirrored(byte[] data) {
        return new ArrivedRecord(SECOND, "SKU-1", data);
    }
}
