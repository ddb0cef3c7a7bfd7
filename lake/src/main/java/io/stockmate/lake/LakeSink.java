package io.stockmate.lake;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/** Where a job's rows go to the lake. */
public final class LakeSink {
    private LakeSink() {}

    /** Writes with {@link LakeSettings#DEFAULT}. */
    public static Sink<LakeRow> create(Path root) {
        return create(root, LakeSettings.DEFAULT);
    }

    /**
     * One sink for all tables: a row goes to {@code ROOT/TABLE/dt=YYYY-MM-DD/part-….parquet}. Every checkpoint closes
     * the open files, and they come to light, each row exactly once, when it has completed; until then their names
     * begin with a dot. Without checkpoints nothing ever comes to light.
     *
     * @param root a directory of any file system that Flink knows and that can recover its writes
     */
    public static Sink<LakeRow> create(Path root, LakeSettings settings) {
        return FileSink.<LakeRow>forBulkFormat(root, new TableWriters(settings))
                .withBucketAssigner(new TableAndDay())
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(new OutputFileConfig("part", ".parquet"))
                .build();
    }
}
