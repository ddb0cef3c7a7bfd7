package io.stockmate.local.platform;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.local.CommandFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** One job on the cluster of a platform: how it goes on, how it is, and how it ends. */
final class RunningJob {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MS = 20;

    private final Job job;
    private final DataDirectory data;
    private final FlinkCluster cluster;
    private final OperatorMetrics metrics;

    private RunningJob(Job job, DataDirectory data, FlinkCluster cluster, OperatorMetrics metrics) {
        this.job = job;
        this.data = data;
        this.cluster = cluster;
        this.metrics = metrics;
    }

    /** Submits a job, to go on from its newest complete snapshot if there is one. */
    static RunningJob submit(
            Job job,
            PlatformSettings settings,
            PropertyGroups properties,
            FlinkCluster cluster,
            OperatorMetrics metrics)
            throws Exception {
        DataDirectory data = settings.data();
        Snapshot.setTornCheckpointsAside(data, job.jobName());
        Snapshot.removeOutdatedSavepoints(data, job.jobName());
        cluster.submit(graph(job, settings, properties));
        return new RunningJob(job, data, cluster, metrics);
    }

    private static JobGraph graph(Job job, PlatformSettings settings, PropertyGroups properties) throws IOException {
        DataDirectory data = settings.data();
        Configuration configuration = new Configuration();
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, settings.address(data.checkpoints(job.jobName())));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(settings.parallelism(job));
        job.build(environment, properties);
        StreamGraph stream = environment.getStreamGraph();
        stream.setJobName(job.jobName());
        JobGraph graph = stream.getJobGraph();
        graph.setJobID(job.id());
        Snapshot.newest(data, job.jobName()).ifPresent(snapshot -> snapshot.restore(graph));
        return graph;
    }

    Job job() {
        return job;
    }

    /**
     * Waits until it runs and reads so many shards.
     *
     * @throws CommandFailed where it does not get so far
     */
    void awaitReading(int shards) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!cluster.runs(job.id()) || metrics.shardsRead(job) < shards) {
            requireAlive();
            Optional<String> failure = cluster.failure(job.id());
            if (failure.isPresent()) {
                throw new CommandFailed(job.jobName() + " does not start (" + failure.get() + "): see " + data.log());
            }
            if (System.nanoTime() > deadline) {
                throw new CommandFailed(job.jobName() + " did not begin to read within " + START_PATIENCE.toSeconds()
                        + " s: see " + data.log());
            }
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }

    /** @throws CommandFailed where it has ended; the message says where to look */
    void requireAlive() throws IOException {
        Optional<String> end = end();
        if (end.isPresent()) {
            throw new CommandFailed(end.get() + ": see " + data.log());
        }
    }

    /** How it has ended, if it has. */
    Optional<String> end() throws IOException {
        JobStatus status = cluster.status(job.id());
        return status.isTerminalState()
                ? Optional.of(job.jobName() + " has ended as " + status + " ("
                        + cluster.failure(job.id()).orElse("no reason given") + ")")
                : Optional.empty();
    }

    Optional<Long> newestCheckpoint() throws IOException {
        return cluster.newestCheckpoint(job.id());
    }

    /** Waits until it has read its stream to the end; the savepoint that follows then holds all of it. */
    void awaitRead(StreamEnd end, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!end.isReached(metrics.emittedUpTo(job), metrics.millisBehind(job), System.nanoTime())) {
            requireAlive();
            if (System.nanoTime() > deadline) {
                throw new IOException(job.jobName() + " did not read " + job.input() + " to its end within "
                        + patience.toSeconds() + " s; the next run does");
            }
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }

    /**
     * Waits until it has emitted these records, by shard of its stream, and a checkpoint that was begun behind them is
     * complete: with it, its sinks have written all that follows from them.
     */
    void awaitDone(Map<String, String> last) throws IOException, InterruptedException {
        while (!hasEmitted(last)) {
            requireAlive();
            Thread.sleep(LOOK_AGAIN_MS);
        }
        long emittedAt = System.currentTimeMillis();
        while (newestCheckpoint().orElse(0L) <= emittedAt) {
            requireAlive();
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }

    private boolean hasEmitted(Map<String, String> last) {
        Map<String, String> emitted = metrics.emittedUpTo(job);
        return last.entrySet().stream()
                .allMatch(end -> emitted.getOrDefault(end.getKey(), "").equals(end.getValue()));
    }

    /** Begins to end it behind a savepoint; {@code late} is why it did not read to the end, null where it did. */
    StoppingJob stop(@Nullable IOException late) {
        return StoppingJob.stop(job, data, cluster, late);
    }
}
