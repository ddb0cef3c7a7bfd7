package io.stockmate.pipelines.runtime;

import io.stockmate.connectors.config.PropertyGroup;
import java.time.Duration;
import java.util.List;

/**
 * How a job checkpoints, restarts and keeps its state. The names of the properties are Flink's own.
 *
 * <p>A job restarts for ever, with growing pauses: what fails from outside (Kinesis, S3, a worker) comes back, and a
 * market that gave up would need a person. What cannot get better by itself ends the job with a {@code
 * SuppressRestartsException} instead.
 *
 * @param checkpointInterval also how late the lake is, and how long the child of a split shard waits
 * @param checkpointTimeout after which a checkpoint counts as failed
 * @param tolerableFailedCheckpoints how many may fail in a row before the job restarts: a lake that cannot be written
 *     for a while shall not stop the market, one that never can shall be noticed
 * @param maxParallelism the number of key groups, a bound of the parallelism; state of another number cannot be
 *     restored
 * @param bufferTimeout how long a record may wait between operators for others to travel with it: part of every order's
 *     latency at low rates
 * @param stateBackend where keyed state lives between snapshots
 * @param restartDelay the pause before the first restart; it doubles with each further one
 * @param restartDelayMax the longest pause
 * @param restartDelayReset time without a failure after which the pause is {@code restartDelay} again
 */
public record JobSettings(
        Duration checkpointInterval,
        Duration checkpointTimeout,
        int tolerableFailedCheckpoints,
        int maxParallelism,
        Duration bufferTimeout,
        StateBackendType stateBackend,
        Duration restartDelay,
        Duration restartDelayMax,
        Duration restartDelayReset) {
    public static final String CHECKPOINT_INTERVAL = "execution.checkpointing.interval";
    public static final String CHECKPOINT_TIMEOUT = "execution.checkpointing.timeout";
    public static final String TOLERABLE_FAILED_CHECKPOINTS = "execution.checkpointing.tolerable-failed-checkpoints";
    public static final String MAX_PARALLELISM = "pipeline.max-parallelism";
    public static final String BUFFER_TIMEOUT = "execution.buffer-timeout.interval";
    public static final String STATE_BACKEND = "state.backend.type";
    public static final String RESTART_DELAY = "restart-strategy.exponential-delay.initial-backoff";
    public static final String RESTART_DELAY_MAX = "restart-strategy.exponential-delay.max-backoff";
    public static final String RESTART_DELAY_RESET = "restart-strategy.exponential-delay.reset-backoff-threshold";

    static final List<String> NAMES = List.of(
            CHECKPOINT_INTERVAL,
            CHECKPOINT_TIMEOUT,
            TOLERABLE_FAILED_CHECKPOINTS,
            MAX_PARALLELISM,
            BUFFER_TIMEOUT,
            STATE_BACKEND,
            RESTART_DELAY,
            RESTART_DELAY_MAX,
            RESTART_DELAY_RESET);

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** Where keyed state lives between snapshots; named as Flink names it. */
    public enum StateBackendType {
        /** On disk, with incremental checkpoints. */
        rocksdb,
        /** On the heap, with full checkpoints: for tests and small markets. */
        hashmap
    }

    /**
     * Reads a group, which holds nothing else.
     *
     * @throws IllegalArgumentException if a property cannot be used, unaligned checkpoints and the changelog backend
     *     included
     */
    public static JobSettings of(PropertyGroup group) {
        WrongResults.refuse(group);
        group.allow(NAMES);
        Duration restartDelay =
                DurationProperty.read(group, RESTART_DELAY, Duration.ofSeconds(1), MILLISECOND, Duration.ofHours(1));
        return new JobSettings(
                DurationProperty.read(
                        group, CHECKPOINT_INTERVAL, Duration.ofSeconds(10), Duration.ofMillis(10), Duration.ofHours(1)),
                DurationProperty.read(group, CHECKPOINT_TIMEOUT, Duration.ofMinutes(5), Duration.ofMillis(10), DAY),
                (int) group.integer(TOLERABLE_FAILED_CHECKPOINTS, 5, 0, Integer.MAX_VALUE),
                (int) group.integer(MAX_PARALLELISM, 128, 1, 32_768),
                DurationProperty.read(group, BUFFER_TIMEOUT, Duration.ofMillis(10), MILLISECOND, Duration.ofSeconds(1)),
                group.choice(STATE_BACKEND, StateBackendType.rocksdb),
                restartDelay,
                DurationProperty.read(
                        group,
                        RESTART_DELAY_MAX,
                        longer(restartDelay, Duration.ofSeconds(30)),
                        restartDelay,
                        Duration.ofHours(1)),
                DurationProperty.read(group, RESTART_DELAY_RESET, Duration.ofMinutes(10), MILLISECOND, DAY));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
