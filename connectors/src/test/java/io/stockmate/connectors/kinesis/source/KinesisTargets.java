package io.stockmate.connectors.kinesis.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.core.message.Specimens;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Records of a shard, aggregated ones too, and the source's own state. */
public final class KinesisTargets implements FuzzTargets {
    private static final HashKeys ALL =
            new HashKeys(BigInteger.ZERO, BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE));

    @Override
    public List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("aggregate", 4, aggregates(), KinesisTargets::aggregate),
                new FuzzTarget("split", 1, splits(), KinesisTargets::split, IOException.class),
                new FuzzTarget("enumerator", 1, enumerators(), KinesisTargets::enumerator, IOException.class));
    }

    /** Without magic and checksum: what is inside is what can be wrong in ways that one does not see at once. */
    private static List<byte[]> aggregates() {
        return Stream.of(
                        Aggregated.of("A=1", "B=two", "A=3"),
                        AggregatedRecord.of("SKU-001", List.of("{}".getBytes(StandardCharsets.UTF_8), new byte[200])))
                .map(whole -> Arrays.copyOfRange(whole, 4, whole.length - 16))
                .toList();
    }

    private static void aggregate(byte[] message) {
        unpack(message);
        unpack(Aggregated.sealed(message));
    }

    private static void unpack(byte[] data) {
        Record record = Record.builder()
                .data(SdkBytes.fromByteArrayUnsafe(data))
                .partitionKey("SKU-001")
                .sequenceNumber("1")
                .approximateArrivalTimestamp(Instant.ofEpochMilli(Specimens.TIME))
                .build();
        List<ArrivedRecord> unpacked = new ArrayList<>();
        new ShardRecords("shardId-000000000000", ALL).unpack(record, unpacked::add);
        for (int i = 0; i < unpacked.size(); i++) {
            assertThat(unpacked.get(i).cause().subSequence()).isEqualTo(i);
            assertThat(unpacked.get(i).data().length).isLessThanOrEqualTo(data.length);
        }
    }

    private static List<byte[]> splits() {
        return Stream.of(split()).map(KinesisTargets::written).toList();
    }

    private static ShardSplit split() {
        return new ShardSplit("shardId-000000000001", ALL, Position.inside("4959", 3), false);
    }

    private static byte[] written(ShardSplit split) {
        try {
            return new ShardSplitSerializer().serialize(split);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void split(byte[] state) throws IOException {
        new ShardSplitSerializer().deserialize(ShardSplitSerializer.VERSION, state);
    }

    private static List<byte[]> enumerators() {
        KnownShard shard = new KnownShard(
                "shardId-000000000002",
                List.of("shardId-000000000001"),
                ALL,
                Position.inside("4959", 3),
                KnownShard.Status.values()[0]);
        try {
            return List.of(new EnumeratorStateSerializer()
                    .serialize(new ShardEnumeratorState(true, List.of(shard), List.of(split()))));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void enumerator(byte[] state) throws IOException {
        new EnumeratorStateSerializer().deserialize(EnumeratorStateSerializer.VERSION, state);
    }
}
