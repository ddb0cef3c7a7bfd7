package io.stockmate.emulators;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the shards of a stream have in common. */
record ShardEnvironment(
        ArrivalClock clock, boolean fsync, RecordListeners listeners, Supplier<@Nullable ShardLimits> limits) {

    /** Each shard has limits of its own; null for none. */
    @Nullable
    ShardLimits newLimits() {
        return limits.get();
    }
}
