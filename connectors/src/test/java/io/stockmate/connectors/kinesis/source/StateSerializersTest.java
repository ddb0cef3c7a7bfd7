package io.stockmate.connectors.kinesis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.kinesis.source.KnownShard.Status;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkpoints of today have to be read by the programs of tomorrow. */
class StateSerializersTest {
    private static final HashKeys KEYS = new HashKeys(BigInteger.ZERO, BigInteger.valueOf(99));
    private static final ShardSplit SPLIT = new ShardSplit("s-1", KEYS, Position.inside("42", 3), true);
    private static final ShardEnumeratorState STATE = new ShardEnumeratorState(
            true,
            List.of(
                    new KnownShard("s-0", List.of(), KEYS, Position.atTimestamp(5), Status.FINISHED),
                    new KnownShard("s-1", List.of("s-0", "s-9"), KEYS, Position.TRIM_HORIZON, Status.UNASSIGNED)),
            List.of(SPLIT));

    private static final String KEYS_BYTES = "0001" + "30" + "0002" + "3939";
    private static final String SPLIT_BYTES =
            "0003732d31" + KEYS_BYTES + "0006494e53494445" + "00023432" + "0000000000000003" + "01";
    private static final String STATE_BYTES = "01" + "00000002"
            + ("0003732d30" + "00000000" + KEYS_BYTES + "000c41545f54494d455354414d50" + "0000" + "0000000000000005"
                    + "000846494e4953484544")
            + ("0003732d31" + "00000002" + "0003732d30" + "0003732d39" + KEYS_BYTES + "000c5452494d5f484f52495a4f4e"
                    + "0000" + "0000000000000000" + "000a554e41535349474e4544")
            + "00000001" + SPLIT_BYTES;

    @Test
    void splitHasItsBytes() throws IOException {
        ShardSplitSerializer serializer = new ShardSplitSerializer();
        assertThat(HexFormat.of().formatHex(serializer.serialize(SPLIT))).isEqualTo(SPLIT_BYTES);
        assertThat(serializer.deserialize(1, HexFormat.of().parseHex(SPLIT_BYTES)))
                .isEqualTo(SPLIT);
    }

    @Test
    void enumeratorsStateHasItsBytes() throws IOException {
        EnumeratorStateSerializer serializer = new EnumeratorStateSerializer();
        assertThat(HexFormat.of().formatHex(serializer.serialize(STATE))).isEqualTo(STATE_BYTES);
        assertThat(serializer.deserialize(1, HexFormat.of().parseHex(STATE_BYTES)))
                .isEqualTo(STATE);
    }

    @Test
    void unknownVersionIsNamed() {
        assertThatThrownBy(() -> new ShardSplitSerializer().deserialize(2, new byte[0]))
                .hasMessageContaining("version 2, this program reads 1");
        assertThatThrownBy(() -> new EnumeratorStateSerializer().deserialize(2, new byte[0]))
                .hasMessageContaining("version 2, this program reads 1");
    }
}
