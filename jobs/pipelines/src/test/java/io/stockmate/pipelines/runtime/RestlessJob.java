package io.stockmate.pipelines.runtime;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.kinesis.ArrivedRecordType;
import io.stockmate.connectors.wire.ArrivedRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Parts of a job that takes checkpoints and restarts within milliseconds: one job at a time. */
public final class RestlessJob {
    /** Here, as records do not travel with a job's graph. */
    private static final AtomicReference<List<ArrivedRecord>> RECORDS = new AtomicReference<>(List.of());

    private RestlessJob() {}

    /** On the cluster of the test, with the settings of a group {@code flink} added. */
    public static StreamExecutionEnvironment environment(
            Configuration configuration, Path checkpoints, Map<String, String> more) {
        configuration.setString(
                "execution.checkpointing.dir", checkpoints.toUri().toString());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        Map<String, String> settings = new HashMap<>(more);
        settings.put(JobSettings.CHECKPOINT_INTERVAL, "50 ms");
        settings.put(JobSettings.RESTART_DELAY, "10 ms");
        settings.put(JobSettings.RESTART_DELAY_MAX, "10 ms");
        JobSetup.apply(JobSettings.of(PropertyGroup.of("flink", settings)), environment);
        return environment;
    }

    /** The records in their order, at most so many per checkpoint, each through {@code gate}, which may fail. */
    public static DataStream<ArrivedRecord> records(
            StreamExecutionEnvironment environment,
            List<ArrivedRecord> records,
            int perCheckpoint,
            MapFunction<ArrivedRecord, ArrivedRecord> gate) {
        RECORDS.set(List.copyOf(records));
        DataGeneratorSource<ArrivedRecord> source = new DataGeneratorSource<>(
                index -> RECORDS.get().get(index.intValue()),
                records.size(),
                RateLimiterStrategy.perCheckpoint(perCheckpoint),
                new ArrivedRecordType());
        return environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "Records")
                .setParallelism(1)
                .uid("records")
                .map(gate)
                .returns(new ArrivedRecordType())
                .setParallelism(1)
                .uid("gate");
    }
}
