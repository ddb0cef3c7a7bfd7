package io.stockmate.connectors.kinesis.source;

import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;

/** To a reader: a completed checkpoint of the enumerator knows these shards as finished. */
record FinishAcknowledged(List<String> shardIds) implements SourceEvent {}
