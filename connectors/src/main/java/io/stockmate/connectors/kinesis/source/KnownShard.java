package io.stockmate.connectors.kinesis.source;

import java.util.List;

/**
 * A shard as the enumerator knows it.
 *
 * @param parents whose records come before this one's; none where they were gone at the start
 * @param start where reading begins
 */
public record KnownShard(String shardId, List<String> parents, HashKeys hashKeys, Position start, Status status) {
    enum Status {
        UNASSIGNED,
        ASSIGNED,
        FINISHED
    }

    KnownShard with(Status newStatus) {
        return new KnownShard(shardId, parents, hashKeys, start, newStatus);
    }

    ShardSplit split() {
        return new ShardSplit(shardId, hashKeys, start, false);
    }
}
