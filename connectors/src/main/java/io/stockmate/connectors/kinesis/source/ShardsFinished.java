package io.stockmate.connectors.kinesis.source;

import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;

/** To the enumerator: a completed checkpoint contains the ends of these shards. Said again until acknowledged. */
record ShardsFinished(List<String> shardIds) implements SourceEvent {}
