package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/** One shard's disk fails, the other's does not. */
class PartialFailureTest {
    private static final BigInteger UPPER_HALF = BigInteger.TWO.pow(127);

    @TempDir
    Path directory;

    private static PutRecordsRequestEntry entry(BigInteger hashKey) {
        return KinesisFixture.entry("AMZN", "x").toBuilder()
                .explicitHashKey(hashKey.toString())
                .build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void entriesOfTheFailedShardAreReportedOneByOne(boolean cbor) throws Exception {
        try (KinesisStreams streams =
                KinesisStreams.open(directory, new ArrivalClock(() -> 1L), KinesisSettings.defaults())) {
            streams.create("commands", 2);
            Shard broken = streams.named("commands").shards().get(1);
            broken.close();
            Map<String, Action> actions = new HashMap<>();
            new PutActions(streams).addTo(actions);
            try (LocalServer server =
                            new LocalServer("kinesis", 0, new HttpApi("Kinesis_20131202", actions, FaultPlan.none()));
                    KinesisClient client = KinesisFixture.client(server.uri(), cbor)) {
                PutRecordsResponse reply = client.putRecords(put -> put.streamName("commands")
                        .records(entry(BigInteger.ZERO), entry(UPPER_HALF), entry(BigInteger.ONE)));

                assertThat(reply.failedRecordCount()).isEqualTo(1);
                assertThat(reply.records().get(0).sequenceNumber()).hasSize(56);
                assertThat(reply.records().get(1).errorCode()).isEqualTo("InternalFailure");
                assertThat(reply.records().get(1).errorMessage()).isNotBlank();
                assertThat(reply.records().get(1).sequenceNumber()).isNull();
                assertThat(reply.records().get(1).shardId()).isNull();
                assertThat(reply.records().get(2).sequenceNumber())
                        .isGreaterThan(reply.records().get(0).sequenceNumber());
                assertThatThrownBy(() -> client.putRecord(put -> put.streamName("commands")
                                .partitionKey("AMZN")
                                .explicitHashKey(UPPER_HALF.toString())
                                .data(KinesisFixture.bytes("x"))))
                        .isInstanceOfSatisfying(KinesisException.class, failure -> assertThat(failure.statusCode())
                                .isEqualTo(500));
            }
        }
    }
}
