package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.source.KnownShard.Status;
import io.stockmate.connectors.kinesis.source.StreamCalls.ListedShard;
import io.stockmate.connectors.kinesis.source.StreamCalls.Listing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** The shards of a stream, which of them may be read, and which are done. */
final class ShardTable {
    private final Map<String, KnownShard> shards = new TreeMap<>();
    private final Map<String, ShardSplit> handedBack = new TreeMap<>();
    private boolean begun;

    ShardTable(ShardEnumeratorState state) {
        begun = state.begun();
        state.shards().forEach(shard -> shards.put(shard.shardId(), shard));
        state.handedBack().forEach(split -> handedBack.put(split.shardId(), split));
    }

    ShardEnumeratorState state() {
        return new ShardEnumeratorState(begun, List.copyOf(shards.values()), List.copyOf(handedBack.values()));
    }

    boolean begun() {
        return begun;
    }

    /**
     * Takes up the shards present at a fresh start. Parents no longer listed count as finished. With LATEST, reading
     * begins at the service's time, which a failure does not move, and closed shards are done.
     */
    void begin(Listing listing, InitialPosition initial, long timestamp) {
        Set<String> listed = ids(listing);
        Position start =
                switch (initial) {
                    case TRIM_HORIZON -> Position.TRIM_HORIZON;
                    case LATEST -> Position.atTimestamp(listing.serviceMillis());
                    case AT_TIMESTAMP -> Position.atTimestamp(timestamp);
                };
        for (ListedShard shard : listing.shards()) {
            List<String> parents =
                    shard.parents().stream().filter(listed::contains).toList();
            boolean done = initial == InitialPosition.LATEST && shard.closed();
            add(shard, parents, start, done ? Status.FINISHED : Status.UNASSIGNED);
        }
        begun = true;
    }

    /**
     * Takes up shards that are new.
     *
     * @param settled finished shards that no reader asks about any more: they are forgotten once they are no longer
     *     listed and all their children are assigned
     * @throws SuppressRestartsException when records are lost: a shard not yet read, or an unknown parent, is gone
     */
    void update(Listing listing, Set<String> settled) {
        Set<String> listed = ids(listing);
        for (ListedShard shard : listing.shards()) {
            if (!shards.containsKey(shard.shardId())) {
                for (String parent : shard.parents()) {
                    if (!shards.containsKey(parent) && !listed.contains(parent)) {
                        throw lost(parent + ", the parent of " + shard.shardId() + ",");
                    }
                }
                add(shard, shard.parents(), Position.TRIM_HORIZON, Status.UNASSIGNED);
            }
        }
        for (KnownShard shard : shards.values()) {
            // A reader may hold the end of an assigned one; if it does not, it finds out that the shard is gone.
            if (shard.status() == Status.UNASSIGNED && !listed.contains(shard.shardId())) {
                throw lost(shard.shardId());
            }
        }
        forget(listed, settled);
    }

    private void forget(Set<String> listed, Set<String> settled) {
        List<String> done = shards.values().stream()
                .filter(shard -> shard.status() == Status.FINISHED)
                .map(KnownShard::shardId)
                .filter(id -> settled.contains(id) && !listed.contains(id))
                .filter(id -> children(id).stream().allMatch(child -> child.status() != Status.UNASSIGNED))
                .toList();
        done.forEach(shards::remove);
    }

    private static SuppressRestartsException lost(String shard) {
        return new SuppressRestartsException(new IllegalStateException(shard
                + " is no longer listed and was not read to its end: its records are gone; begin without state at"
                + " TRIM_HORIZON, and replay what is missing from the lake"));
    }

    private void add(ListedShard shard, List<String> parents, Position start, Status status) {
        shards.put(
                shard.shardId(),
                new KnownShard(shard.shardId(), List.copyOf(parents), shard.hashKeys(), start, status));
    }

    private static Set<String> ids(Listing listing) {
        Set<String> ids = new HashSet<>();
        listing.shards().forEach(shard -> ids.add(shard.shardId()));
        return ids;
    }

    /** Splits that may be assigned: those handed back, then shards whose parents are finished. */
    List<ShardSplit> ready() {
        List<ShardSplit> ready = new ArrayList<>(handedBack.values());
        for (KnownShard shard : shards.values()) {
            if (shard.status() == Status.UNASSIGNED && shard.parents().stream().allMatch(this::finished)) {
                ready.add(shard.split());
            }
        }
        return ready;
    }

    /** A parent that is not known was finished and forgotten. */
    private boolean finished(String shardId) {
        KnownShard shard = shards.get(shardId);
        return shard == null || shard.status() == Status.FINISHED;
    }

    void assigned(ShardSplit split) {
        handedBack.remove(split.shardId());
        shards.computeIfPresent(
                split.shardId(),
                (id, shard) -> shard.status() == Status.UNASSIGNED ? shard.with(Status.ASSIGNED) : shard);
    }

    /** The split comes back as it was assigned, with the position of the checkpoint that it came from. */
    void handBack(Collection<ShardSplit> splits) {
        splits.forEach(split -> handedBack.put(split.shardId(), split));
    }

    void finish(String shardId) {
        shards.computeIfPresent(shardId, (id, shard) -> shard.with(Status.FINISHED));
    }

    boolean knows(String shardId) {
        return shards.containsKey(shardId);
    }

    List<KnownShard> children(String shardId) {
        return shards.values().stream()
                .filter(shard -> shard.parents().contains(shardId))
                .toList();
    }

    Set<String> finished() {
        Set<String> finished = new HashSet<>();
        for (KnownShard shard : shards.values()) {
            if (shard.status() == Status.FINISHED) {
                finished.add(shard.shardId());
            }
        }
        return finished;
    }

    long waiting() {
        return shards.values().stream()
                .filter(shard -> shard.status() == Status.UNASSIGNED)
                .count();
    }
}
