package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.source.OrderedKinesisSource;
import io.stockmate.connectors.wire.ArrivedRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The one place in which a job gets its Kinesis stream: behind it is {@link OrderedKinesisSource}, so that a later
 * connector that keeps the order too can take its place.
 */
public final class KinesisSource {
    private KinesisSource() {}

    /**
     * Adds the source to a job, which has its checkpoints set up before.
     *
     * @param group {@link SourceSettings}
     * @param uid by which savepoints know it
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     * @throws IllegalArgumentException where there are no checkpoints, or none that are aligned and exactly-once: the
     *     order of a key across resharding rests on them
     */
    public static DataStream<ArrivedRecord> addTo(
            StreamExecutionEnvironment env, PropertyGroup group, String uid, String name) {
        SourceSettings settings = SourceSettings.of(group);
        requireAlignedCheckpoints(env.getCheckpointConfig(), settings.streamName());
        return env.fromSource(
                        new OrderedKinesisSource(settings),
                        WatermarkStrategy.noWatermarks(),
                        name,
                        new ArrivedRecordType())
                .uid(uid);
    }

    private static void requireAlignedCheckpoints(CheckpointConfig checkpoints, String stream) {
        if (!checkpoints.isCheckpointingEnabled()) {
            throw new IllegalArgumentException("the source of " + stream
                    + " needs checkpoints, as a child shard waits for one; set execution.checkpointing.interval");
        }
        boolean exactlyOnce = checkpoints.getCheckpointingConsistencyMode() == CheckpointingMode.EXACTLY_ONCE;
        if (!exactlyOnce || checkpoints.isUnalignedCheckpointsEnabled() || checkpoints.isForceUnalignedCheckpoints()) {
            throw new IllegalArgumentException("the source of " + stream
                    + " needs aligned exactly-once checkpoints, or records of a child shard could overtake those of"
                    + " its parent; leave execution.checkpointing.mode and execution.checkpointing.unaligned out");
        }
    }
}
