package io.stockmate.emulators;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a shard apart from its records; kept in the stream's description.
 *
 * @param number counts the shards of a stream, children after their parents
 * @param parent number of the shard this one was split off or merged from; null for a stream's first shards
 * @param adjacentParent the other one of a merge
 * @param openedAt epoch milliseconds, later than a parent's
 * @param closedAt null while the shard takes records
 */
record ShardDescription(
        int number,
        @Nullable Integer parent,
        @Nullable Integer adjacentParent,
        HashRange hashRange,
        long openedAt,
        @Nullable Long closedAt) {

    static String id(int number) {
        return String.format("shardId-%012d", number);
    }

    String id() {
        return id(number);
    }

    ShardDescription closed(long at) {
        return new ShardDescription(number, parent, adjacentParent, hashRange, openedAt, at);
    }

    boolean open() {
        return closedAt == null;
    }
}
