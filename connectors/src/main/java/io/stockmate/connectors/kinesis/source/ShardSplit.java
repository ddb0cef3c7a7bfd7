package io.stockmate.connectors.kinesis.source;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A shard to be read, or one whose end is still to be confirmed.
 *
 * @param finished whether its last record has been emitted: it is kept until the enumerator has acknowledged that
 */
public record ShardSplit(String shardId, HashKeys hashKeys, Position position, boolean finished)
        implements SourceSplit {

    @Override
    public String splitId() {
        return shardId;
    }
}
