package io.stockmate.connectors.kinesis.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.model.Record;

/** What the source asks of Kinesis about one stream. Errors are the SDK's. For many threads. */
interface StreamCalls extends AutoCloseable {

    /** All shards that are still listed. */
    Listing list();

    /** An iterator behind {@code position}; for INSIDE one at its record. */
    String iterator(String shardId, Position position);

    Reply read(String iterator);

    @Override
    void close();

    /** @param serviceMillis the service's time at the request, epoch milliseconds, rounded down */
    record Listing(List<ListedShard> shards, long serviceMillis) {}

    /** @param closed whether it takes no more records */
    record ListedShard(String shardId, List<String> parents, HashKeys hashKeys, boolean closed) {}

    /** @param next null at the shard's end */
    record Reply(List<Record> records, @Nullable String next, long millisBehindLatest) {}
}
