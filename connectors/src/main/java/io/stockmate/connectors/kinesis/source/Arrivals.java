package io.stockmate.connectors.kinesis.source;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hands batches, or a failure, from the shards' threads to the task's. */
final class Arrivals {
    private final Queue<Batch> batches = new ArrayDeque<>();
    private @Nullable Throwable failure;
    private CompletableFuture<Void> available = new CompletableFuture<>();

    void add(Batch batch) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            batches.add(batch);
            waiting = available;
        }
        waiting.complete(null);
    }

    void fail(Throwable cause) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            failure = cause;
            waiting = available;
        }
        waiting.complete(null);
    }

    /** @throws RuntimeException when a shard cannot be read */
    synchronized @Nullable Batch next() {
        if (failure instanceof RuntimeException unreadable) {
            throw unreadable;
        } else if (failure != null) {
            throw new IllegalStateException("a shard cannot be read", failure);
        }
        Batch next = batches.poll();
        if (batches.isEmpty() && available.isDone()) {
            available = new CompletableFuture<>();
        }
        return next;
    }

    /** Done when {@link #next} has something. */
    synchronized CompletableFuture<Void> available() {
        return available;
    }
}
