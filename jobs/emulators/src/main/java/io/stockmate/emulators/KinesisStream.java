package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** A stream: its shards, and which of them takes which hash key. Each shard's number is its place in the list. */
final class KinesisStream implements Closeable {
    private final Path directory;
    private final ShardEnvironment environment;

    /** Records are put under the read lock, so that none reaches a shard that is being closed. */
    private final ReadWriteLock resharding = new ReentrantReadWriteLock();

    private volatile StreamDescription description;
    private volatile List<Shard> shards;
    private volatile NavigableMap<BigInteger, Shard> openByStart;
    private volatile @Nullable String refusal;

    private KinesisStream(
            StreamDescription description, List<Shard> shards, Path directory, ShardEnvironment environment) {
        this.description = description;
        this.shards = List.copyOf(shards);
        this.openByStart = openByStart(shards);
        this.directory = directory;
        this.environment = environment;
    }

    static KinesisStream open(StreamDescription description, Path directory, ShardEnvironment environment)
            throws IOException {
        List<Shard> shards = new ArrayList<>();
        try {
            for (ShardDescription shard : description.shards()) {
                shards.add(Shard.open(shard, directory, environment));
            }
        } catch (IOException | RuntimeException failure) {
            Closing.afterFailure(shards, failure);
            throw failure;
        }
        return new KinesisStream(description, shards, directory, environment);
    }

    private static NavigableMap<BigInteger, Shard> openByStart(List<Shard> shards) {
        NavigableMap<BigInteger, Shard> open = new TreeMap<>();
        for (Shard shard : shards) {
            if (shard.description().open()) {
                open.put(shard.description().hashRange().start(), shard);
            }
        }
        return open;
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
        return environment.listeners();
    }

    Shard shard(String id) {
        for (Shard shard : shards) {
            if (shard.id().equals(id)) {
                return shard;
            }
        }
        throw ApiException.notFound("Shard " + id + " in stream " + name() + " does not exist.");
    }

    /** Held while records are routed and appended. */
    Lock putLock() {
        return resharding.readLock();
    }

    /** From now on no record is taken; those that are being put are there when this returns. */
    void refusePuts(String reason) {
        Lock lock = resharding.writeLock();
        lock.lock();
        try {
            refusal = reason;
        } finally {
            lock.unlock();
        }
    }

    /** Under {@link #putLock}. */
    void requireTaking() {
        String reason = refusal;
        if (reason != null) {
            throw ApiException.unavailable("Stream " + name() + " takes no records: " + reason);
        }
    }

    /** The open shard that takes a hash key: open shards cover all keys. Under {@link #putLock}. */
    Shard route(BigInteger hashKey) {
        return openByStart.floorEntry(hashKey).getValue();
    }

    void split(String shardId, BigInteger start) throws IOException {
        reshard(resharding -> resharding.split(shard(shardId).description(), start));
    }

    void merge(String shardId, String adjacentId) throws IOException {
        reshard(resharding ->
                resharding.merge(shard(shardId).description(), shard(adjacentId).description()));
    }

    private interface Change {
        List<ShardDescription> of(Resharding resharding);
    }

    /** On disk first: a failure or a kill leaves the stream as it was, or as it will be. */
    private void reshard(Change change) throws IOException {
        Lock lock = resharding.writeLock();
        lock.lock();
        try {
            List<Shard> next = new ArrayList<>(shards);
            StreamDescription changed = description.with(change.of(
                    new Resharding(description.shards(), environment.clock().millis())));
            try {
                for (ShardDescription child :
                        changed.shards().subList(next.size(), changed.shards().size())) {
                    next.add(Shard.open(child, directory, environment));
                }
                changed.write(directory);
            } catch (IOException | RuntimeException failure) {
                Closing.afterFailure(next.subList(shards.size(), next.size()), failure);
                throw failure;
            }
            // Readers take no lock: whoever sees a shard's end must see its children.
            int parents = shards.size();
            shards = List.copyOf(next);
            changed.shards().subList(0, parents).forEach(shard -> next.get(shard.number())
                    .end(shard));
            openByStart = openByStart(next);
            description = changed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets no reader wait any more. */
    void endWaits() {
        shards.forEach(Shard::endWaits);
    }

    @Override
    public void close() throws IOException {
        Closing.all(shards);
    }
}
