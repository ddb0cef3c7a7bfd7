package io.stockmate.emulators;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream's shards after a split or a merge: the parents closed at {@code now}, their children behind them. Children
 * open later than their parents did, so that their sequence numbers are greater.
 */
final class Resharding {
    private final List<ShardDescription> shards;
    private final long now;

    Resharding(List<ShardDescription> shards, long now) {
        this.shards = new ArrayList<>(shards);
        this.now = now;
    }

    /** @param start where the upper child begins, inside the parent and not at its ends */
    List<ShardDescription> split(ShardDescription parent, BigInteger start) {
        HashRange range = parent.hashRange();
        if (start.compareTo(range.start()) <= 0 || start.compareTo(range.end()) >= 0) {
            throw ApiException.invalidArgument("NewStartingHashKey " + start + " does not lie between " + range.start()
                    + " and " + range.end() + ", the ends of " + parent.id() + ".");
        }
        close(parent);
        open(parent, null, new HashRange(range.start(), start.subtract(BigInteger.ONE)));
        open(parent, null, new HashRange(start, range.end()));
        return shards;
    }

    List<ShardDescription> merge(ShardDescription parent, ShardDescription adjacent) {
        HashRange one = parent.hashRange();
        HashRange other = adjacent.hashRange();
        boolean ascending = one.end().add(BigInteger.ONE).equals(other.start());
        if (!ascending && !other.end().add(BigInteger.ONE).equals(one.start())) {
            throw ApiException.invalidArgument(parent.id() + " and " + adjacent.id() + " are not adjacent.");
        }
        close(parent);
        close(adjacent);
        HashRange whole = ascending ? new HashRange(one.start(), other.end()) : new HashRange(other.start(), one.end());
        open(parent, adjacent, whole);
        return shards;
    }

    private void close(ShardDescription shard) {
        if (!shard.open()) {
            throw ApiException.inUse(shard.id() + " is closed already.");
        }
        shards.set(shard.number(), shard.closed(Math.max(now, shard.openedAt())));
    }

    private void open(ShardDescription parent, @Nullable ShardDescription adjacent, HashRange range) {
        long later = Math.max(now, parent.openedAt() + 1);
        long openedAt = adjacent == null ? later : Math.max(later, adjacent.openedAt() + 1);
        shards.add(new ShardDescription(
                shards.size(), parent.number(), adjacent == null ? null : adjacent.number(), range, openedAt, null));
    }
}
