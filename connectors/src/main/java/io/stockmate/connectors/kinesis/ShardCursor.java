package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.source.HashKeys;
import io.stockmate.connectors.kinesis.source.ShardRecords;
import io.stockmate.connectors.wire.ArrivedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.KmsThrottlingException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** How far one shard has been read. */
final class ShardCursor {
    private static final long PAUSE_MILLIS = 500;
    private static final long PAUSE_MILLIS_MAX = 8_000;

    private final KinesisClient client;
    private final String streamName;
    private final Shard shard;
    private final InitialPosition position;
    private final @Nullable Instant timestamp;
    private final ShardRecords contents;

    private @Nullable String iterator;
    private @Nullable String lastSequenceNumber;
    private boolean finished;
    private boolean caughtUp;
    private long pauseMillis = PAUSE_MILLIS;
    private long pausedUntilMillis = Long.MIN_VALUE;

    /** Fixes the position: what arrives at LATEST from now on will be read. */
    ShardCursor(
            KinesisClient client,
            String streamName,
            Shard shard,
            InitialPosition position,
            @Nullable Instant timestamp) {
        this.client = client;
        this.streamName = streamName;
        this.shard = shard;
        this.position = position;
        this.timestamp = timestamp;
        this.contents = new ShardRecords(shard.shardId(), HashKeys.of(shard.hashKeyRange()));
        this.iterator = initialIterator();
    }

    String shardId() {
        return shard.shardId();
    }

    /** Whether all records of the shard have been read, and no more will come. */
    boolean isFinished() {
        return finished;
    }

    /** Whether the last reply reached the newest record. */
    boolean isCaughtUp() {
        return finished || caughtUp;
    }

    List<String> parents() {
        return Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Reads what one request gives. While Kinesis says that there were too many, asks less and less often. */
    void read(long recordsMax, long nowMillis, List<ArrivedRecord> records) {
        if (finished || nowMillis < pausedUntilMillis) {
            return;
        }
        String from = iterator;
        if (from == null) {
            return;
        }
        try {
            GetRecordsResponse response =
                    client.getRecords(request -> request.shardIterator(from).limit((int) recordsMax));
            for (Record record : response.records()) {
                contents.unpack(record, records::add);
                lastSequenceNumber = record.sequenceNumber();
            }
            iterator = response.nextShardIterator();
            finished = iterator == null;
            Long behind = response.millisBehindLatest();
            caughtUp = behind == null ? response.records().isEmpty() : behind == 0;
            pauseMillis = PAUSE_MILLIS;
        } catch (ExpiredIteratorException expired) {
            iterator = iteratorAfterExpiry();
        } catch (ProvisionedThroughputExceededException | KmsThrottlingException tooMany) {
            caughtUp = false;
            pausedUntilMillis = nowMillis + pauseMillis;
            pauseMillis = Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX);
        }
    }

    private String iteratorAfterExpiry() {
        String last = lastSequenceNumber;
        if (last != null) {
            return iterator(request -> request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .startingSequenceNumber(last));
        }
        if (position == InitialPosition.LATEST) {
            throw new IllegalStateException("shard " + shard.shardId() + " of stream " + streamName
                    + " was not asked for more than five minutes, and where LATEST was then is not known any more;"
                    + " poll more often, or begin AT_TIMESTAMP");
        }
        return initialIterator();
    }

    private String initialIterator() {
        return iterator(request -> request.shardIteratorType(position.name()).timestamp(timestamp));
    }

    private String iterator(UnaryOperator<GetShardIteratorRequest.Builder> where) {
        return client.getShardIterator(where.apply(GetShardIteratorRequest.builder()
                                .streamName(streamName)
                                .shardId(shard.shardId()))
                        .build())
                .shardIterator();
    }
}
