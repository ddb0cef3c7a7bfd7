package io.stockmate.emulators;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** ListShards' ShardFilter. Nothing is ever trimmed here, so the trim horizon is the beginning. */
final class ShardFilter {
    private ShardFilter() {}

    /** @param filter null passes every shard */
    static Predicate<ShardDescription> of(@Nullable Request filter) {
        if (filter == null) {
            return shard -> true;
        }
        String type = filter.text("Type");
        return switch (type) {
            case "AFTER_SHARD_ID" -> after(filter.text("ShardId"));
            case "AT_TRIM_HORIZON" -> shard -> shard.parent() == null;
            case "FROM_TRIM_HORIZON" -> shard -> true;
            case "AT_LATEST" -> ShardDescription::open;
            case "AT_TIMESTAMP" -> openAt(filter.time("Timestamp"));
            case "FROM_TIMESTAMP" -> openAtOrAfter(filter.time("Timestamp"));
            default ->
                throw ApiException.invalidArgument("ShardFilter Type " + type
                        + " is none of AFTER_SHARD_ID, AT_TRIM_HORIZON, FROM_TRIM_HORIZON, AT_LATEST, AT_TIMESTAMP,"
                        + " FROM_TIMESTAMP.");
        };
    }

    private static Predicate<ShardDescription> after(String shardId) {
        return shard -> shard.id().compareTo(shardId) > 0;
    }

    private static Predicate<ShardDescription> openAt(long time) {
        return shard -> shard.openedAt() <= time && openAtOrAfter(time).test(shard);
    }

    private static Predicate<ShardDescription> openAtOrAfter(long time) {
        return shard -> {
            Long closedAt = shard.closedAt();
            return closedAt == null || closedAt >= time;
        };
    }
}
