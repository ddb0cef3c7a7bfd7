package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.wire.ArrivedRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer;

/**
 * The one place in which a job gets its Kinesis stream. Behind it is Flink's own consumer, polling: it keeps the order
 * of a shard, and reads each record again that no completed checkpoint covers; it does not keep the order of a key over
 * a resharding.
 */
public final class KinesisSource {
    private KinesisSource() {}

    /**
     * Adds the source to a job.
     *
     * @param group {@link SourceSettings}
     * @param uid by which savepoints know it
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static DataStream<ArrivedRecord> addTo(
            StreamExecutionEnvironment env, PropertyGroup group, String uid, String name) {
        SourceSettings settings = SourceSettings.of(group);
        FlinkKinesisConsumer<ArrivedRecord> consumer =
                new FlinkKinesisConsumer<>(settings.streamName(), new ArrivedRecordSchema(), settings.toProperties());
        return env.addSource(consumer, name).uid(uid);
    }
}
