package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A stream: its shards, and which of them takes which hash key. */
final class KinesisStream implements Closeable {
    private final StreamDescription description;
    private final List<Shard> shards;
    private final NavigableMap<BigInteger, Shard> openByStart = new TreeMap<>();
    private final RecordListeners listeners;

    private KinesisStream(StreamDescription description, List<Shard> shards, RecordListeners listeners) {
        this.description = description;
        this.shards = List.copyOf(shards);
        this.listeners = listeners;
        for (Shard shard : shards) {
            if (shard.description().open()) {
                openByStart.put(shard.description().hashRange().start(), shard);
            }
        }
    }

    static KinesisStream open(StreamDescription description, Path directory, ArrivalClock clock, boolean fsync)
            throws IOException {
        RecordListeners listeners = new RecordListeners();
        List<Shard> shards = new ArrayList<>();
        try {
            for (ShardDescription shard : description.shards()) {
                shards.add(Shard.open(shard, directory, clock, fsync, listeners));
            }
        } catch (IOException | RuntimeException failure) {
            Closing.afterFailure(shards, failure);
            throw failure;
        }
        return new KinesisStream(description, shards, listeners);
    }

    String name() {
        return description.name();
    }

    long createdAt() {
        return description.createdAt();
    }

    /** In the order of their numbers: parents before children. */
    List<Shard> shards() {
        return shards;
    }

    int openShards() {
        return openByStart.size();
    }

    RecordListeners listeners() {
        return listeners;
    }

    Shard shard(String id) {
        for (Shard shard : shards) {
            if (shard.id().equals(id)) {
                return shard;
            }
        }
        throw ApiException.notFound("Shard " + id + " in stream " + name() + " does not exist.");
    }

    /** The open shard that takes a hash key: open shards cover all keys. */
    Shard route(BigInteger hashKey) {
        return openByStart.floorEntry(hashKey).getValue();
    }

    @Override
    public void close() throws IOException {
        Closing.all(shards);
    }
}
