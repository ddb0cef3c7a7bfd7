package io.stockmate.connectors.kinesis.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AggregatedRecordTest {
    /** Two records under the keys A and B: written by hand from the format's description. */
    private static final String BYTES =
            "f3899ac2" + "0a0141" + "0a0142" + "1a050800" + "1a0161" + "1a070801" + "1a03626364";

    @Test
    void partsComeInTheirOrder() {
        byte[] message = HexFormat.of().parseHex(BYTES.substring(8));
        assertThat(AggregatedRecord.parts(Aggregated.sealed(message)))
                .extracting(part -> part.partitionKey() + "=" + new String(part.data(), StandardCharsets.UTF_8))
                .containsExactly("A=a", "B=bcd");
        assertThat(AggregatedRecord.parts(Aggregated.of("A=a", "B=b", "A=" + "c".repeat(300))))
                .extracting(AggregatedRecord.Part::partitionKey)
                .containsExactly("A", "B", "A");
    }

    @Test
    void aggregateOfOneKeyGivesItsRecordsBack() {
        List<byte[]> records = List.of(new byte[] {1}, new byte[300], new byte[] {});
        assertThat(AggregatedRecord.parts(AggregatedRecord.of("SKU-1", records)))
                .satisfies(parts -> {
                    assertThat(parts)
                            .extracting(AggregatedRecord.Part::partitionKey)
                            .containsOnly("SKU-1");
                    assertThat(parts).extracting(AggregatedRecord.Part::data).containsExactlyElementsOf(records);
                });
        assertThat(AggregatedRecord.of("A", List.of("a".getBytes(StandardCharsets.UTF_8))))
                .startsWith(HexFormat.of().parseHex("f3899ac2" + "0a0141" + "1a05" + "0800" + "1a0161"));
    }

    @Test
    void recordWithAWrongChecksumIsLeftAsItIs() {
        byte[] data = Aggregated.of("A=a");
        for (int i = 0; i < data.length; i++) {
            byte[] damaged = data.clone();
            damaged[i] ^= 1;
            assertThat(AggregatedRecord.parts(damaged)).as("byte " + i).isNull();
        }
    }

    @Test
    void damagedMessageUnderARightChecksumIsLeftAsItIs() {
        List<String> messages = List.of(
                "1a020800", // no data
                "1a0408001a00", // a key that is not in the table
                "0a7f41", // longer than the message
                "0aff", // a length that does not end
                "1b", // a wire type that is not in use
                "3d0000"); // four bytes of which two are there
        for (String message : messages) {
            assertThat(AggregatedRecord.parts(Aggregated.sealed(HexFormat.of().parseHex(message))))
                    .as(message)
                    .isNull();
        }
    }

    @Test
    void partWhosePartitionKeyKinesisWouldRefuseMakesTheAggregateADamagedOne() {
        assertThat(AggregatedRecord.parts(Aggregated.of("K".repeat(256) + "=a")))
                .hasSize(1);
        assertThat(AggregatedRecord.parts(Aggregated.of("K".repeat(257) + "=a", "L=b")))
                .isNull();
        assertThat(AggregatedRecord.parts(Aggregated.of("=a"))).isNull();
    }

    @Property
    void noBytesMakeItFail(@ForAll byte[] message) {
        AggregatedRecord.parts(message);
        AggregatedRecord.parts(Aggregated.sealed(message));
    }
}
