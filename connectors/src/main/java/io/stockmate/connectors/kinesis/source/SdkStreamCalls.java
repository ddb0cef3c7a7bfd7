package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisClients;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The calls through AWS's SDK. */
final class SdkStreamCalls implements StreamCalls {
    private final KinesisClient client;
    private final SourceSettings settings;

    private SdkStreamCalls(KinesisClient client, SourceSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** For {@link #list}, whose refusals the SDK sits out. */
    static SdkStreamCalls listing(SourceSettings settings) {
        return new SdkStreamCalls(KinesisClients.open(settings.aws()), settings);
    }

    /** For {@link #read} and {@link #iterator}, whose refusals the caller hears of. */
    static SdkStreamCalls reading(SourceSettings settings) {
        return new SdkStreamCalls(KinesisClients.openWithoutRetries(settings.aws()), settings);
    }

    @Override
    public Listing list() {
        List<ListedShard> shards = new ArrayList<>();
        ListShardsResponse page = client.listShards(request -> request.streamName(settings.streamName()));
        long serviceMillis = serviceMillis(page);
        while (true) {
            page.shards().forEach(shard -> shards.add(listed(shard)));
            String next = page.nextToken();
            if (next == null) {
                return new Listing(shards, serviceMillis);
            }
            page = client.listShards(ListShardsRequest.builder().nextToken(next).build());
        }
    }

    private static long serviceMillis(ListShardsResponse response) {
        String date = response.sdkHttpResponse()
                .firstMatchingHeader("Date")
                .orElseThrow(() -> new IllegalStateException("the reply to ListShards has no header Date,"
                        + " so LATEST has no time; begin AT_TIMESTAMP or at TRIM_HORIZON"));
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant()
                .toEpochMilli();
    }

    private static ListedShard listed(Shard shard) {
        return new ListedShard(
                shard.shardId(),
                Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                        .filter(Objects::nonNull)
                        .toList(),
                HashKeys.of(shard.hashKeyRange()),
                shard.sequenceNumberRange().endingSequenceNumber() != null);
    }

    @Override
    public String iterator(String shardId, Position position) {
        GetShardIteratorRequest.Builder request = GetShardIteratorRequest.builder()
                .streamName(settings.streamName())
                .shardId(shardId);
        switch (position.kind()) {
            case TRIM_HORIZON -> request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
            case AT_TIMESTAMP ->
                request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                        .timestamp(Instant.ofEpochMilli(position.number()));
            case AFTER ->
                request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .startingSequenceNumber(position.sequenceNumber());
            case INSIDE ->
                request.shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                        .startingSequenceNumber(position.sequenceNumber());
        }
        return client.getShardIterator(request.build()).shardIterator();
    }

    @Override
    public Reply read(String iterator) {
        GetRecordsResponse response = client.getRecords(
                request -> request.shardIterator(iterator).limit((int) settings.recordsPerRequestMax()));
        @Nullable Long behind = response.millisBehindLatest();
        return new Reply(response.records(), response.nextShardIterator(), behind == null ? 0 : behind);
    }

    @Override
    public void close() {
        client.close();
    }
}
