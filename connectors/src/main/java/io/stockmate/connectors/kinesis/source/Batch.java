package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.util.List;

/**
 * Records of one shard in order, all parts of each KPL-aggregated record together.
 *
 * @param ended whether the shard has no more
 */
record Batch(String shardId, List<ArrivedRecord> records, boolean ended) {}
