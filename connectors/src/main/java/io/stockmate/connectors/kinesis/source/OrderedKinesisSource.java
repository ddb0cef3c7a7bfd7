package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.Pacing;
import io.stockmate.connectors.wire.ArrivedRecord;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Kinesis stream so that the records of a partition key come in their order across resharding, failures and
 * rescaling, each at least once, and each exactly once as far as checkpointed state is concerned. Needs aligned
 * exactly-once checkpoints: a shard that came out of others waits for the first that contains their ends.
 */
public final class OrderedKinesisSource implements Source<ArrivedRecord, ShardSplit, ShardEnumeratorState> {
    private static final long serialVersionUID = 1;

    private final SourceSettings settings;

    public OrderedKinesisSource(SourceSettings settings) {
        this.settings = settings;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<ShardSplit, ShardEnumeratorState> createEnumerator(
            SplitEnumeratorContext<ShardSplit> context) {
        return enumerator(context, null);
    }

    @Override
    public SplitEnumerator<ShardSplit, ShardEnumeratorState> restoreEnumerator(
            SplitEnumeratorContext<ShardSplit> context, ShardEnumeratorState state) {
        return enumerator(context, state);
    }

    private ShardEnumerator enumerator(
            SplitEnumeratorContext<ShardSplit> context, @Nullable ShardEnumeratorState restored) {
        return new ShardEnumerator(context, SdkStreamCalls.listing(settings), settings, restored);
    }

    @Override
    public SourceReader<ArrivedRecord, ShardSplit> createReader(SourceReaderContext context) {
        return new ShardReader(context, SdkStreamCalls.reading(settings), settings, Pacing.SYSTEM);
    }

    @Override
    public SimpleVersionedSerializer<ShardSplit> getSplitSerializer() {
        return new ShardSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<ShardEnumeratorState> getEnumeratorCheckpointSerializer() {
        return new EnumeratorStateSerializer();
    }
}
