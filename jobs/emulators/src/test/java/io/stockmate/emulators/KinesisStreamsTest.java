package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.put;
import static io.stockmate.emulators.KinesisFixture.readShard;
import static io.stockmate.emulators.KinesisFixture.trimHorizon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamDescription;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** Streams that are described, listed and deleted. */
class KinesisStreamsTest extends KinesisTrial {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void streamDescribesItself(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        client.createStream(create -> create.streamName("events").shardCount(3));

        StreamDescription stream =
                client.describeStream(describe -> describe.streamName("events")).streamDescription();
        assertThat(stream.streamStatus()).isEqualTo(StreamStatus.ACTIVE);
        assertThat(stream.streamARN()).isEqualTo(KinesisEndpoint.arn("events"));
        assertThat(stream.streamCreationTimestamp()).isEqualTo(Instant.ofEpochMilli(time.get()));
        assertThat(stream.hasMoreShards()).isFalse();
        assertThat(stream.shards()).hasSize(3);
        BigInteger next = BigInteger.ZERO;
        for (Shard shard : stream.shards()) {
            assertThat(shard.hashKeyRange().startingHashKey()).isEqualTo(next.toString());
            assertThat(shard.parentShardId()).isNull();
            assertThat(shard.sequenceNumberRange().startingSequenceNumber()).hasSize(56);
            assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNull();
            next = new BigInteger(shard.hashKeyRange().endingHashKey()).add(BigInteger.ONE);
        }
        assertThat(next).isEqualTo(BigInteger.TWO.pow(128));
        assertThat(client.describeStreamSummary(describe -> describe.streamARN(stream.streamARN()))
                        .streamDescriptionSummary()
                        .openShardCount())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listsComeInPages(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        for (String name : List.of("events", "alerts", "commands")) {
            client.createStream(create -> create.streamName(name).shardCount(5));
        }

        assertThat(client.listStreams(list -> list.limit(2)).streamNames()).containsExactly("alerts", "commands");
        assertThat(client.listStreamsPaginator(list -> list.limit(1)).streamNames())
                .containsExactly("alerts", "commands", "events");
        var first = client.listShards(list -> list.streamName("events").maxResults(3));
        var second = client.listShards(list -> list.nextToken(first.nextToken()));
        assertThat(second.nextToken()).isNull();
        assertThat(List.of(first.shards().size(), second.shards().size())).containsExactly(3, 2);
        assertThat(second.shards().get(0).shardId()).isEqualTo("shardId-000000000003");
        assertThat(client.describeStream(describe ->
                                describe.streamName("events").limit(2).exclusiveStartShardId("shardId-000000000001"))
                        .streamDescription()
                        .hasMoreShards())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deletedStreamIsGoneAndItsSuccessorEmpty(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        String earlier = put(client, "commands", "AMZN", "x");
        String iterator = trimHorizon(client, "commands", ONE_SHARD);
        client.deleteStream(delete -> delete.streamName("commands"));
        assertThat(client.listStreams().streamNames()).isEmpty();
        time.incrementAndGet();
        endpoint.createStream("commands", 1);

        assertThatThrownBy(() -> client.getRecords(get -> get.shardIterator(iterator)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(readShard(client, "commands", ONE_SHARD)).isEmpty();
        assertThat(put(client, "commands", "AMZN", "y")).isGreaterThan(earlier);
    }
}
