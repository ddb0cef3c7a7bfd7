package io.stockmate.benchmarks.recovery;

import io.stockmate.benchmarks.LoopbackCluster;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.pipelines.matching.InboundSerializer;
import io.stockmate.pipelines.matching.MatchingTopology;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** One worker with the matching operator on {@link BusyBooks}, state in RocksDB; checkpoints when asked for. */
final class RecoveryCluster implements AutoCloseable {
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(256);
    private static final int SLOTS = 4;
    private static final long LOOK_AGAIN_MS = 5;
    private static final int LOOKS_MAX = 2_000;
    private static final long SILENCE_MAX_NS = 60_000_000_000L;

    private final MiniCluster cluster;
    private final JobID job;

    private RecoveryCluster(MiniCluster cluster, JobID job) {
        this.cluster = cluster;
        this.job = job;
    }

    /** Where the checkpoints of all jobs are. */
    static Path checkpoints(Path directory) {
        return directory.resolve("checkpoints");
    }

    /** @param savepoint or checkpoint to begin with; null for none */
    static RecoveryCluster start(BusyBooks books, int parallelism, Path directory, @Nullable String savepoint)
            throws Exception {
        Configuration configuration = LoopbackCluster.configuration();
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                checkpoints(directory).toUri().toString());
        JobGraph graph = graph(books, parallelism, configuration);
        if (savepoint != null) {
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
        }
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
        try {
            cluster.start();
            cluster.submitJob(graph).get();
            return new RecoveryCluster(cluster, graph.getJobID());
        } catch (Exception failure) {
            cluster.closeAsync().get();
            throw failure;
        }
    }

    private static JobGraph graph(BusyBooks books, int parallelism, Configuration configuration) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        JobSetup.apply(
                JobSettings.of(PropertyGroup.of("bench-recovery", Map.of(JobSettings.CHECKPOINT_INTERVAL, "1 h"))),
                environment);
        environment.setParallelism(parallelism);
        MatchingTopology.match(
                        environment
                                .addSource(new SendUpToLimit(books), "Send commands", InboundSerializer.INBOUND)
                                .uid("send-commands")
                                .setParallelism(1),
                        BusyBooks.RULES)
                .addSink(new NoteChains())
                .uid("note-chains")
                .name("Note chains");
        return environment.getStreamGraph().getJobGraph();
    }

    /**
     * Waits until so many commands were answered since {@link RecoveryRun#begin}.
     *
     * @throws IllegalStateException if the job failed, or for a minute nothing was answered
     */
    @SuppressWarnings("BusyWait") // a bench may look
    void await(long commands) throws Exception {
        long answered = -1;
        long sinceNs = System.nanoTime();
        while (RecoveryRun.ANSWERED.get() < commands) {
            if (answered != RecoveryRun.ANSWERED.get()) {
                answered = RecoveryRun.ANSWERED.get();
                sinceNs = System.nanoTime();
            } else if (System.nanoTime() - sinceNs > SILENCE_MAX_NS) {
                throw new IllegalStateException(
                        "for a minute no command was answered beyond " + answered + " of " + commands);
            }
            if (cluster.getJobStatus(job).get() == JobStatus.FAILED) {
                throw new IllegalStateException(
                        "the job failed with " + RecoveryRun.ANSWERED.get() + " of " + commands + " commands answered");
            }
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }

    /** Takes a checkpoint, and tells how many bytes were written for it. */
    @SuppressWarnings("BusyWait") // a bench may look
    long checkpoint() throws Exception {
        long id = cluster.triggerCheckpoint(job, CheckpointType.CONFIGURED).get();
        CompletedCheckpointStats completed = completed(id);
        // The statistics come a moment after the checkpoint.
        for (int looks = 0; completed == null && looks < LOOKS_MAX; looks++) {
            Thread.sleep(LOOK_AGAIN_MS);
            completed = completed(id);
        }
        if (completed == null) {
            throw new IllegalStateException("nothing is known of checkpoint " + id);
        }
        return completed.getCheckpointedSize();
    }

    private @Nullable CompletedCheckpointStats completed(long id) throws Exception {
        CheckpointStatsSnapshot stats = cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
        return stats != null && stats.getHistory().getCheckpointById(id) instanceof CompletedCheckpointStats completed
                ? completed
                : null;
    }

    /** Where the savepoint is. */
    String savepoint(Path directory) throws Exception {
        return cluster.triggerSavepoint(job, directory.toUri().toString(), false, SavepointFormatType.CANONICAL)
                .get();
    }

    @Override
    public void close() throws Exception {
        cluster.cancelJob(job).get();
        cluster.requestJobResult(job).get();
        cluster.closeAsync().get();
    }
}
