package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.Pacing;
import io.stockmate.connectors.wire.ArrivedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/**
 * Emits the records of its shards, each in order, and keeps a finished shard as a marker in every snapshot until the
 * enumerator's own checkpoint knows of it. Tells the enumerator of a marker only when a checkpoint that contains it has
 * completed.
 */
final class ShardReader implements SourceReader<ArrivedRecord, ShardSplit> {
    private static final long CLOSE_MILLIS_MAX = 5_000;

    private final SourceReaderContext context;
    private final StreamCalls calls;
    private final SourceSettings settings;
    private final Pacing pacing;
    private final Map<String, OpenShard> shards = new TreeMap<>();
    private final FinishedMarkers markers = new FinishedMarkers();
    private final Arrivals arrivals = new Arrivals();

    private @Nullable Batch batch;
    private int emitted;

    ShardReader(SourceReaderContext context, StreamCalls calls, SourceSettings settings, Pacing pacing) {
        this.context = context;
        this.calls = calls;
        this.settings = settings;
        this.pacing = pacing;
    }

    @Override
    public void start() {}

    /** Markers of a restored checkpoint are told at once: that checkpoint has completed. */
    @Override
    public void addSplits(List<ShardSplit> splits) {
        List<String> finished = new ArrayList<>();
        for (ShardSplit split : splits) {
            ShardMetrics metrics = new ShardMetrics(context.metricGroup(), split);
            OpenShard shard = new OpenShard(split, metrics);
            if (shards.put(split.shardId(), shard) != null) {
                throw new IllegalStateException(split.shardId() + " was assigned twice");
            }
            if (split.finished()) {
                metrics.behind(0);
                finished.add(split.shardId());
            } else {
                ShardCursor cursor = new ShardCursor(calls, split, metrics, pacing, settings.requestIntervalMillis());
                shard.readBy(ShardFetcher.start(split.shardId(), cursor, arrivals));
            }
        }
        tell(finished);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<ArrivedRecord> output) {
        Batch current = batch;
        if (current == null) {
            current = arrivals.next();
            if (current == null) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            batch = current;
            emitted = 0;
        }
        OpenShard shard = shard(current.shardId());
        List<ArrivedRecord> records = current.records();
        if (emitted < records.size()) {
            ArrivedRecord record = records.get(emitted++);
            boolean partial =
                    emitted < records.size() && records.get(emitted).cause().subSequence() > 0;
            output.collect(record, record.cause().arrivedAt());
            shard.emitted(record, partial);
        }
        if (emitted == records.size()) {
            shard.emitted(current);
            batch = null;
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private OpenShard shard(String shardId) {
        OpenShard shard = shards.get(shardId);
        if (shard == null) {
            throw new IllegalStateException(shardId + " is not read here; here are " + shards.keySet());
        }
        return shard;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return batch == null ? arrivals.available() : CompletableFuture.completedFuture(null);
    }

    @Override
    public List<ShardSplit> snapshotState(long checkpointId) {
        List<ShardSplit> splits =
                shards.values().stream().map(OpenShard::snapshot).toList();
        markers.snapshot(
                checkpointId,
                splits.stream()
                        .filter(ShardSplit::finished)
                        .map(ShardSplit::shardId)
                        .toList());
        return splits;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        tell(markers.completed(checkpointId).stream()
                .filter(shards::containsKey)
                .toList());
    }

    private void tell(List<String> finishedShardIds) {
        if (!finishedShardIds.isEmpty()) {
            context.sendSourceEventToCoordinator(new ShardsFinished(new ArrayList<>(finishedShardIds)));
        }
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        if (!(event instanceof FinishAcknowledged acknowledged)) {
            throw new IllegalArgumentException(event + " is none of the enumerator's events");
        }
        for (String shardId : acknowledged.shardIds()) {
            OpenShard shard = shards.get(shardId);
            if (shard != null && !shard.finished()) {
                throw new IllegalStateException(shardId + " was acknowledged as finished and is not");
            }
            shards.remove(shardId);
        }
    }

    /** A stream has no end. */
    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() throws InterruptedException {
        for (OpenShard shard : shards.values()) {
            if (shard.fetcher() != null) {
                shard.fetcher().close();
            }
        }
        calls.close();
        for (OpenShard shard : shards.values()) {
            if (shard.fetcher() != null) {
                shard.fetcher().join(CLOSE_MILLIS_MAX);
            }
        }
    }
}
