package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.source.StreamCalls.Listing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.metrics.Gauge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/**
 * Finds shards and gives them to readers, a child only when its parents' ends are in a completed checkpoint. Every
 * message may come again. A reader is told that its marker is no longer needed once a completed checkpoint of this
 * enumerator has the shard as finished.
 */
final class ShardEnumerator implements SplitEnumerator<ShardSplit, ShardEnumeratorState> {
    private static final Logger LOG = LoggerFactory.getLogger(ShardEnumerator.class);

    private final SplitEnumeratorContext<ShardSplit> context;
    private final StreamCalls calls;
    private final SourceSettings settings;
    private final ShardTable table;

    /** Finished shards in snapshots whose checkpoint has not completed yet. */
    private final NavigableMap<Long, Set<String>> finishedIn = new TreeMap<>();

    /** Finished shards in a completed checkpoint. */
    private final Set<String> settled;

    /** Which reader waits for the acknowledgement of a shard. */
    private final Map<String, Integer> reporters = new TreeMap<>();

    private volatile boolean closed;

    /** @param restored null for a fresh start */
    ShardEnumerator(
            SplitEnumeratorContext<ShardSplit> context,
            StreamCalls calls,
            SourceSettings settings,
            @Nullable ShardEnumeratorState restored) {
        this.context = context;
        this.calls = calls;
        this.settings = settings;
        this.table =
                new ShardTable(restored == null ? new ShardEnumeratorState(false, List.of(), List.of()) : restored);
        this.settled = new HashSet<>(table.finished());
    }

    @Override
    public void start() {
        context.metricGroup().gauge("shardsWaiting", (Gauge<Long>) table::waiting);
        context.callAsync(calls::list, this::listed, 0, settings.discoveryIntervalMillis());
    }

    private void listed(@Nullable Listing listing, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        if (listing == null) {
            if (!table.begun() || failure instanceof ResourceNotFoundException) {
                throw new IllegalStateException(
                        "the shards of " + settings.streamName() + " cannot be listed", failure);
            }
            LOG.warn("could not look for new shards of {}; will look again", settings.streamName(), failure);
            return;
        }
        if (table.begun()) {
            table.update(listing, settled);
        } else {
            long timestamp = settings.initialTimestamp() == null
                    ? 0
                    : settings.initialTimestamp().toEpochMilli();
            table.begin(listing, settings.initialPosition(), timestamp);
        }
        assign();
    }

    private void assign() {
        for (ShardSplit split : table.ready()) {
            int reader = reader(split.shardId());
            if (context.registeredReaders().containsKey(reader)) {
                context.assignSplit(split, reader);
                table.assigned(split);
            }
        }
    }

    /** Shards have consecutive numbers, so this spreads them evenly. */
    private int reader(String shardId) {
        int number = 0;
        for (int i = 0; i < shardId.length(); i++) {
            char digit = shardId.charAt(i);
            number = digit >= '0' && digit <= '9' ? 10 * number + (digit - '0') : 0;
        }
        return Math.floorMod(number, context.currentParallelism());
    }

    @Override
    public void addReader(int subtask) {
        assign();
    }

    @Override
    public void addSplitsBack(List<ShardSplit> splits, int subtask) {
        reporters.values().removeIf(reader -> reader == subtask);
        table.handBack(splits);
        assign();
    }

    @Override
    public void handleSourceEvent(int subtask, SourceEvent event) {
        if (!(event instanceof ShardsFinished finished)) {
            throw new IllegalArgumentException(event + " is none of the readers' events");
        }
        boolean childless = false;
        for (String shardId : finished.shardIds()) {
            table.finish(shardId);
            reporters.put(shardId, subtask);
            childless |= table.children(shardId).isEmpty();
        }
        assign();
        acknowledge();
        if (childless) {
            context.callAsync(calls::list, this::listed);
        }
    }

    @Override
    public ShardEnumeratorState snapshotState(long checkpointId) {
        finishedIn.put(checkpointId, table.finished());
        return table.state();
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        Map.Entry<Long, Set<String>> latest = finishedIn.floorEntry(checkpointId);
        finishedIn.headMap(checkpointId, true).clear();
        if (latest != null) {
            settled.addAll(latest.getValue());
            acknowledge();
        }
    }

    /** A shard that is not known was settled and forgotten. */
    private void acknowledge() {
        Map<Integer, List<String>> byReader = new HashMap<>();
        reporters.forEach((shardId, reader) -> {
            if (settled.contains(shardId) || !table.knows(shardId)) {
                byReader.computeIfAbsent(reader, any -> new ArrayList<>()).add(shardId);
            }
        });
        byReader.forEach((reader, shardIds) -> {
            if (context.registeredReaders().containsKey(reader)) {
                context.sendEventToSourceReader(reader, new FinishAcknowledged(shardIds));
                shardIds.forEach(reporters::remove);
            }
        });
        settled.removeIf(shardId -> !table.knows(shardId));
    }

    /** Readers do not ask for shards. */
    @Override
    public void handleSplitRequest(int subtask, @Nullable String hostName) {}

    @Override
    public void close() {
        closed = true;
        calls.close();
    }
}
