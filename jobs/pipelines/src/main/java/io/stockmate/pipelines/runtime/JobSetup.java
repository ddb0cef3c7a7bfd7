package io.stockmate.pipelines.runtime;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateChangelogOptions;
import org.apache.flink.contrib.streaming.state.RocksDBConfigurableOptions;
import org.apache.flink.contrib.streaming.state.RocksDBOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Makes an environment one in which a job of ours can run. */
public final class JobSetup {
    private static final double RESTART_DELAY_FACTOR = 2;

    private JobSetup() {}

    /**
     * Gives the environment the settings and what all jobs need: aligned exactly-once checkpoints that outlive a
     * cancelled job, object reuse, no generated uids, no Kryo.
     *
     * @throws IllegalArgumentException if the cluster asks for unaligned checkpoints or the changelog backend
     */
    public static void apply(JobSettings settings, StreamExecutionEnvironment environment) {
        WrongResults.refuse(environment.getConfiguration());
        Configuration configuration = new Configuration();
        checkpoints(settings, configuration);
        restarts(settings, configuration);
        state(settings, configuration);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.MAX_PARALLELISM, settings.maxParallelism());
        configuration.set(ExecutionOptions.BUFFER_TIMEOUT, settings.bufferTimeout());
        environment.configure(configuration);
    }

    private static void checkpoints(JobSettings settings, Configuration configuration) {
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, settings.checkpointTimeout());
        configuration.set(CheckpointingOptions.MAX_CONCURRENT_CHECKPOINTS, 1);
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, settings.tolerableFailedCheckpoints());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }

    private static void restarts(JobSettings settings, Configuration configuration) {
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, RESTART_DELAY_FACTOR);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, settings.restartDelay());
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, settings.restartDelayMax());
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                settings.restartDelayReset());
    }

    private static void state(JobSettings settings, Configuration configuration) {
        configuration.set(
                StateBackendOptions.STATE_BACKEND, settings.stateBackend().name());
        configuration.set(StateChangelogOptions.ENABLE_STATE_CHANGE_LOG, false);
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(RocksDBOptions.OPTIONS_FACTORY, RareCompaction.class.getName());
        // Many files are looked through for each value: filters tell which not to open, and of their indices only the
        // parts in use have to stay in memory.
        configuration.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        configuration.set(RocksDBOptions.USE_PARTITIONED_INDEX_FILTERS, true);
    }
}
