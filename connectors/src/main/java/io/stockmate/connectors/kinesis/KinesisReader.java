package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.wire.ArrivedRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

/**
 * Polls all shards of a stream, for programs without Flink. Records of a shard come in their order, and those of a
 * shard that came out of others after all of theirs. What a record holds comes as from {@link KinesisSource}: KPL
 * aggregates in their parts, and what lies in a shard that is not its key's is marked. Nothing is left out and nothing
 * is de-duplicated. Remembers no position beyond its own life. For one thread.
 */
public final class KinesisReader implements AutoCloseable {
    private final KinesisClient client;
    private final SourceSettings settings;
    private final Pacing pacing;
    private final Map<String, ShardCursor> cursors = new TreeMap<>();

    /** Read and not handed out yet: a failure between two shards loses nothing. */
    private final List<ArrivedRecord> gathered = new ArrayList<>();

    private long nextPollMillis;
    private long nextDiscoveryMillis;

    KinesisReader(KinesisClient client, SourceSettings settings, Pacing pacing) {
        this.client = client;
        this.settings = settings;
        this.pacing = pacing;
        this.nextPollMillis = pacing.nowMillis();
        discover(settings.initialPosition());
    }

    /**
     * Opens a reader. The initial position holds from now on: what is put after this returns is read, LATEST or not.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException where the stream is not there or cannot be reached
     */
    public static KinesisReader open(SourceSettings settings) {
        KinesisClient client = KinesisClients.open(settings.aws());
        try {
            return new KinesisReader(client, settings, Pacing.SYSTEM);
        } catch (RuntimeException failure) {
            client.close();
            throw failure;
        }
    }

    /**
     * Asks every shard once, and first waits until the settings' request interval has passed since the last time.
     *
     * @return what there was; often nothing
     * @throws software.amazon.awssdk.core.exception.SdkException where Kinesis cannot be reached; the next call hands
     *     out what this one had read
     * @throws IllegalStateException where Kinesis forgot a shard before it was read to its end
     */
    public List<ArrivedRecord> poll() throws InterruptedException {
        long wait = nextPollMillis - pacing.nowMillis();
        if (wait > 0) {
            pacing.sleep(wait);
        }
        long now = pacing.nowMillis();
        nextPollMillis = now + settings.requestIntervalMillis();
        if (now >= nextDiscoveryMillis) {
            discover(InitialPosition.TRIM_HORIZON);
        }
        boolean ended = false;
        for (ShardCursor cursor : cursors.values()) {
            if (!cursor.isFinished() && parentsFinished(cursor)) {
                cursor.read(settings.recordsPerRequestMax(), now, gathered);
                ended |= cursor.isFinished();
            }
        }
        if (ended) {
            discover(InitialPosition.TRIM_HORIZON);
        }
        List<ArrivedRecord> records = List.copyOf(gathered);
        gathered.clear();
        return records;
    }

    /** Whether every shard's newest record at its last request has been handed out. */
    public boolean isCaughtUp() {
        return !cursors.isEmpty() && cursors.values().stream().allMatch(ShardCursor::isCaughtUp);
    }

    @Override
    public void close() {
        client.close();
    }

    private boolean parentsFinished(ShardCursor cursor) {
        for (String parent : cursor.parents()) {
            ShardCursor reading = cursors.get(parent);
            if (reading != null && !reading.isFinished()) {
                return false;
            }
        }
        return true;
    }

    /** Takes up shards not seen yet at {@code position}, and forgets those that Kinesis has forgotten. */
    private void discover(InitialPosition position) {
        Set<String> listed = new HashSet<>();
        String next = null;
        do {
            ListShardsRequest.Builder request = ListShardsRequest.builder();
            request = next == null ? request.streamName(settings.streamName()) : request.nextToken(next);
            ListShardsResponse response = client.listShards(request.build());
            for (Shard shard : response.shards()) {
                listed.add(shard.shardId());
                if (!cursors.containsKey(shard.shardId())) {
                    cursors.put(shard.shardId(), cursor(shard, position));
                }
            }
            next = response.nextToken();
        } while (next != null);
        forgetAllBut(listed);
        nextDiscoveryMillis = pacing.nowMillis() + settings.discoveryIntervalMillis();
    }

    private void forgetAllBut(Set<String> listed) {
        cursors.values().removeIf(cursor -> {
            if (listed.contains(cursor.shardId())) {
                return false;
            }
            if (!cursor.isFinished()) {
                throw new IllegalStateException("shard " + cursor.shardId() + " of stream " + settings.streamName()
                        + " is gone before it was read to its end: Kinesis no longer keeps its records;"
                        + " read what is missing from the lake");
            }
            return true;
        });
    }

    private ShardCursor cursor(Shard shard, InitialPosition position) {
        return new ShardCursor(
                client,
                settings.streamName(),
                shard,
                position,
                position == InitialPosition.AT_TIMESTAMP ? settings.initialTimestamp() : null);
    }
}
