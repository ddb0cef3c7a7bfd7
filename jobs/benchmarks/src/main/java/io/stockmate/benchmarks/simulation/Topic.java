package io.stockmate.benchmarks.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A stream: shards of records in order, of which some begin where others end. */
final class Topic<T> {
    private static final int SLOTS = 64;
    private static final int SHARDS_MAX = 12;

    /** A shard takes the keys of some slots, until it ends; its parents held those of before. */
    static final class Shard<T> {
        private final int number;
        private final List<Shard<T>> parents;
        private final int fromSlot;
        private final int toSlot;
        private final List<T> records = new ArrayList<>();
        private boolean open = true;

        private Shard(int number, List<Shard<T>> parents, int fromSlot, int toSlot) {
            this.number = number;
            this.parents = parents;
            this.fromSlot = fromSlot;
            this.toSlot = toSlot;
        }

        int number() {
            return number;
        }

        List<Shard<T>> parents() {
            return parents;
        }

        List<T> records() {
            return records;
        }

        /** Whether a reader at a place has read all that there will ever be. */
        boolean endsAt(int place) {
            return !open && place == records.size();
        }
    }

    private final List<Shard<T>> shards = new ArrayList<>();

    Topic(int parts) {
        for (int part = 0; part < parts; part++) {
            add(List.of(), part * SLOTS / parts, (part + 1) * SLOTS / parts);
        }
    }

    /** All there are and were, by number. */
    List<Shard<T>> shards() {
        return shards;
    }

    /** The one that takes records of a key now. */
    Shard<T> of(String key) {
        int slot = Math.floorMod(key.hashCode() * 0x9e3779b9, SLOTS);
        for (int number = shards.size() - 1; number >= 0; number--) {
            Shard<T> shard = shards.get(number);
            if (shard.open && shard.fromSlot <= slot && slot < shard.toSlot) {
                return shard;
            }
        }
        throw new IllegalStateException("no shard takes slot " + slot);
    }

    /** Splits a shard in two, or makes one of two neighbours. */
    void reshard(SplittableRandom random) {
        List<Shard<T>> open = shards.stream().filter(shard -> shard.open).toList();
        Shard<T> one = open.get(random.nextInt(open.size()));
        if (shards.size() >= SHARDS_MAX) {
            return;
        }
        if (random.nextBoolean()) {
            open.stream()
                    .filter(other -> other.fromSlot == one.toSlot)
                    .findFirst()
                    .ifPresent(other -> merge(one, other));
        } else if (one.toSlot - one.fromSlot > 1) {
            split(one, one.fromSlot + 1 + random.nextInt(one.toSlot - one.fromSlot - 1));
        }
    }

    private void merge(Shard<T> one, Shard<T> other) {
        one.open = false;
        other.open = false;
        add(List.of(one, other), one.fromSlot, other.toSlot);
    }

    private void split(Shard<T> one, int slot) {
        one.open = false;
        add(List.of(one), one.fromSlot, slot);
        add(List.of(one), slot, one.toSlot);
    }

    private void add(List<Shard<T>> parents, int fromSlot, int toSlot) {
        shards.add(new Shard<>(shards.size(), parents, fromSlot, toSlot));
    }
}
