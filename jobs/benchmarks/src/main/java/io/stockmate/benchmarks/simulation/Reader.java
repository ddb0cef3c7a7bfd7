package io.stockmate.benchmarks.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Reads some of a topic's shards. A shard begins when a completed checkpoint holds the ends of its parents: only then
 * have their records been taken by the tasks.
 */
final class Reader<T> {
    /** Where records go; returns whether there was room. */
    interface Channel<T> {
        boolean offer(int reader, T record);
    }

    private final Topic<T> input;
    private final int number;
    private final int readers;
    private final Mechanisms mechanisms;
    private final SplittableRandom random;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Set<Integer> endedForGood = new HashSet<>();
    private long reported;
    private long told = -1;

    Reader(Topic<T> input, int number, int readers, Checkpoint from, Mechanisms mechanisms, SplittableRandom random) {
        this.input = input;
        this.number = number;
        this.readers = readers;
        this.mechanisms = mechanisms;
        this.random = random;
        from.places().forEach((shard, place) -> {
            if (isOwn(shard)) {
                places.put(shard, place);
            }
        });
        completed(from);
    }

    int number() {
        return number;
    }

    private boolean isOwn(int shard) {
        return shard % readers == number;
    }

    /** Reads the next record of some shard, where there is one and room for it. */
    boolean read(Channel<T> channel) {
        int own = (input.shards().size() - number + readers - 1) / readers;
        int first = own == 0 ? 0 : random.nextInt(own);
        for (int place = first; place < first + own; place++) {
            if (read(input.shards().get(number + place % own * readers), channel)) {
                return true;
            }
        }
        return false;
    }

    private boolean read(Topic.Shard<T> shard, Channel<T> channel) {
        int place = placeIn(shard);
        if (place >= shard.records().size()
                || !mayBegin(shard)
                || !channel.offer(number, shard.records().get(place))) {
            return false;
        }
        places.put(shard.number(), place + 1);
        return true;
    }

    private int placeIn(Topic.Shard<T> shard) {
        return places.getOrDefault(shard.number(), 0);
    }

    private boolean mayBegin(Topic.Shard<T> shard) {
        return !mechanisms.childrenWait()
                || shard.parents().stream().allMatch(parent -> endedForGood.contains(parent.number()));
    }

    boolean hasReported(Checkpoint checkpoint) {
        return reported == checkpoint.id();
    }

    void report(Checkpoint checkpoint) {
        reported = checkpoint.id();
        places.forEach((shard, place) -> checkpoint
                .places()
                .put(
                        shard,
                        Math.min(
                                mechanisms.place(place),
                                input.shards().get(shard).records().size())));
        checkpoint.acknowledge();
    }

    /**
     * Notes the shards of all readers whose ends the checkpoint holds; one without records ends with its parents.
     * Returns whether it was news.
     */
    boolean completed(Checkpoint checkpoint) {
        if (told == checkpoint.id()) {
            return false;
        }
        told = checkpoint.id();
        for (Topic.Shard<T> shard : input.shards()) {
            if (mayBegin(shard) && shard.endsAt(checkpoint.places().getOrDefault(shard.number(), 0))) {
                endedForGood.add(shard.number());
            }
        }
        return true;
    }

    boolean rests() {
        return input.shards().stream()
                .filter(shard -> isOwn(shard.number()))
                .allMatch(shard -> placeIn(shard) == shard.records().size());
    }
}
