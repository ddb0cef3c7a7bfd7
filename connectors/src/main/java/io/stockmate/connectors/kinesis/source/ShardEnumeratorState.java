package io.stockmate.connectors.kinesis.source;

import java.util.List;

/**
 * What a checkpoint holds of the enumerator.
 *
 * @param begun whether the shards present at the start are known
 * @param handedBack splits of readers that failed, not yet given to another; their shards are ASSIGNED
 */
public record ShardEnumeratorState(boolean begun, List<KnownShard> shards, List<ShardSplit> handedBack) {}
