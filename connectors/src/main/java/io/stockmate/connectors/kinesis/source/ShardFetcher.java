package io.stockmate.connectors.kinesis.source;

import java.util.concurrent.Semaphore;

/** The thread that reads one shard, at most one batch ahead of what is being emitted. */
final class ShardFetcher implements Runnable, AutoCloseable {
    private static final int BATCHES_MAX = 2;

    private final ShardCursor cursor;
    private final Arrivals arrivals;
    private final Semaphore room = new Semaphore(BATCHES_MAX);
    private final Thread thread;
    private volatile boolean closed;

    private ShardFetcher(String shardId, ShardCursor cursor, Arrivals arrivals) {
        this.cursor = cursor;
        this.arrivals = arrivals;
        this.thread = new Thread(this, "kinesis-" + shardId);
        thread.setDaemon(true);
    }

    static ShardFetcher start(String shardId, ShardCursor cursor, Arrivals arrivals) {
        ShardFetcher fetcher = new ShardFetcher(shardId, cursor, arrivals);
        fetcher.thread.start();
        return fetcher;
    }

    @Override
    public void run() {
        try {
            boolean ended = false;
            while (!ended && !closed) {
                room.acquire();
                Batch batch = cursor.read();
                while (batch.records().isEmpty() && !batch.ended() && !closed) {
                    batch = cursor.read();
                }
                ended = batch.ended();
                arrivals.add(batch);
            }
        } catch (Throwable failure) {
            if (!closed) {
                arrivals.fail(failure);
            }
        }
    }

    /** A batch has been emitted. */
    void emitted() {
        room.release();
    }

    /** Does not wait: a request on its way ends with the client. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** Waits until the thread has ended. */
    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }
}
