package io.stockmate.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * A job that writes numbered rows into a lake, to be killed: a program of its own. Says when a checkpoint has completed.
 *
 * <p>Arguments: the lake's address and the directory of checkpoints.
 */
final class JobOnS3 {
    static final long ROWS = 1_500;
    /** Milliseconds a row, which leave time for checkpoints. */
    private static final int PACE = 1;

    private static final LakeTable[] TABLES = {LakeTable.COMMAND, LakeTable.TRADE, LakeTable.TOP_OF_BOOK};

    private JobOnS3() {}

    /** All rows that it writes. */
    static Stream<LakeRow> rows() {
        return LongStream.range(0, ROWS).mapToObj(JobOnS3::row);
    }

    private static LakeRow row(long number) {
        LakeTable table = TABLES[(int) (number % TABLES.length)];
        return NumberedRows.row(number * LakeTable.values().length + table.ordinal());
    }

    public static void main(String[] arguments) throws Exception {
        Configuration files = GlobalConfiguration.loadConfiguration();
        FileSystem.initialize(files, PluginUtils.createPluginManagerFromRootFolder(files));
        run(arguments[0], Path.of(arguments[1]), null, PACE, 0);
    }

    /**
     * Runs to its end.
     *
     * @param from the checkpoint from which it goes on
     * @param restarts how often it may fail and go on by itself
     */
    static void run(String lake, Path checkpoints, @Nullable String from, int millisPerRow, int restarts)
            throws Exception {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, restarts);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(20));
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(150));
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (from != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, from);
        }
        StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
        job.fromSequence(0, ROWS - 1)
                .uid("numbers")
                .map(new Rows(millisPerRow))
                .returns(new ChainedRows())
                .uid("rows")
                .sinkTo(LakeSink.create(new org.apache.flink.core.fs.Path(lake)))
                .uid("lake");
        job.execute();
    }

    private static final class Rows extends RichMapFunction<Long, LakeRow> implements CheckpointListener {
        private final int millisPerRow;

        Rows(int millisPerRow) {
            this.millisPerRow = millisPerRow;
        }

        @Override
        public LakeRow map(Long number) throws InterruptedException {
            Thread.sleep(millisPerRow);
            return row(number);
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            System.out.println("checkpoint " + checkpointId);
        }
    }
}
