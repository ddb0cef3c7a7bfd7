package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.kinesis.Pacing;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Cause;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.KmsThrottlingException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** Reads one shard in the order of its records, as often as Kinesis allows. For one thread. */
final class ShardCursor {
    static final long PAUSE_MILLIS_MIN = 500;
    static final long PAUSE_MILLIS_MAX = 8_000;
    static final int FAILURES_MAX = 8;

    private final StreamCalls calls;
    private final String shardId;
    private final ShardRecords contents;
    private final ShardMetrics metrics;
    private final Pacing pacing;
    private final long intervalMillis;

    private Position position;
    private @Nullable String iterator;
    private long nextMillis;
    private long pauseMillis = PAUSE_MILLIS_MIN;
    private int failures;

    ShardCursor(StreamCalls calls, ShardSplit split, ShardMetrics metrics, Pacing pacing, long intervalMillis) {
        this.calls = calls;
        this.shardId = split.shardId();
        this.contents = new ShardRecords(shardId, split.hashKeys());
        this.position = split.position();
        this.metrics = metrics;
        this.pacing = pacing;
        this.intervalMillis = intervalMillis;
        this.nextMillis = pacing.nowMillis();
    }

    /**
     * Waits until the shard may be asked again, and asks.
     *
     * @return often without records
     * @throws SuppressRestartsException when the shard is gone, and with it what was not read
     */
    Batch read() throws InterruptedException {
        long wait = nextMillis - pacing.nowMillis();
        if (wait > 0) {
            pacing.sleep(wait);
        }
        nextMillis = pacing.nowMillis() + intervalMillis;
        try {
            String from = iterator == null ? calls.iterator(shardId, position) : iterator;
            iterator = from;
            Batch batch = take(calls.read(from));
            pauseMillis = PAUSE_MILLIS_MIN;
            failures = 0;
            return batch;
        } catch (ExpiredIteratorException expired) {
            iterator = null;
        } catch (ProvisionedThroughputExceededException | KmsThrottlingException tooMany) {
            metrics.throttled();
            pause();
        } catch (ResourceNotFoundException gone) {
            throw new SuppressRestartsException(new IllegalStateException(
                    shardId + " is gone though it was read only up to " + position
                            + ": Kinesis no longer keeps its records; begin without state at TRIM_HORIZON,"
                            + " and replay what is missing from the lake",
                    gone));
        } catch (KinesisException | SdkClientException failure) {
            failures++;
            if (failures == FAILURES_MAX || !mayPass(failure)) {
                throw failure;
            }
            pause();
        }
        return new Batch(shardId, List.of(), false);
    }

    private static boolean mayPass(RuntimeException failure) {
        return !(failure instanceof KinesisException answered) || answered.statusCode() >= 500;
    }

    private void pause() {
        nextMillis = pacing.nowMillis() + pauseMillis;
        pauseMillis = Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX);
    }

    private Batch take(StreamCalls.Reply reply) {
        List<ArrivedRecord> arrived = new ArrayList<>(reply.records().size());
        for (Record record : reply.records()) {
            contents.unpack(record, each -> addUnlessRead(each, arrived));
        }
        if (!reply.records().isEmpty()) {
            position = Position.after(
                    reply.records().get(reply.records().size() - 1).sequenceNumber());
        }
        iterator = reply.next();
        metrics.behind(reply.millisBehindLatest());
        return new Batch(shardId, arrived, iterator == null);
    }

    private void addUnlessRead(ArrivedRecord record, List<ArrivedRecord> arrived) {
        Cause cause = record.cause();
        boolean alreadyRead = position.kind() == Position.Kind.INSIDE
                && cause.subSequence() <= position.number()
                && position.sequenceNumber().equals(cause.sequenceNumber());
        if (!alreadyRead) {
            arrived.add(record);
        }
    }
}
