package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.wire.ArrivedRecord;
import org.jspecify.annotations.Nullable;

/** A shard in a reader, and how far it has been emitted. */
final class OpenShard {
    private final ShardSplit split;
    private final ShardMetrics metrics;
    private @Nullable ShardFetcher fetcher;
    private @Nullable ArrivedRecord last;
    private boolean inside;
    private boolean finished;

    OpenShard(ShardSplit split, ShardMetrics metrics) {
        this.split = split;
        this.metrics = metrics;
        this.finished = split.finished();
    }

    void readBy(ShardFetcher newFetcher) {
        fetcher = newFetcher;
    }

    @Nullable
    ShardFetcher fetcher() {
        return fetcher;
    }

    boolean finished() {
        return finished;
    }

    /** @param partial whether parts of the same KPL-aggregated record follow */
    void emitted(ArrivedRecord record, boolean partial) {
        last = record;
        inside = partial;
        metrics.emitted(record.cause().sequenceNumber());
    }

    void emitted(Batch batch) {
        finished = batch.ended();
        if (fetcher != null) {
            fetcher.emitted();
        }
    }

    ShardSplit snapshot() {
        return new ShardSplit(split.shardId(), split.hashKeys(), position(), finished);
    }

    private Position position() {
        ArrivedRecord emitted = last;
        if (emitted == null) {
            return split.position();
        }
        String number = emitted.cause().sequenceNumber();
        return inside ? Position.inside(number, emitted.cause().subSequence()) : Position.after(number);
    }
}
