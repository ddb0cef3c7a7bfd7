package io.stockmate.local.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.ConfigConstants;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.highavailability.nonha.embedded.HaLeadershipControl;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** A Flink cluster in this JVM with its web UI, all of it on 127.0.0.1. */
final class FlinkCluster implements AutoCloseable {
    private static final String HERE = "127.0.0.1";
    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(256);

    private final MiniCluster cluster;
    private int worker;

    private FlinkCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts it.
     *
     * @param metrics receives what operators report
     */
    static FlinkCluster start(PlatformSettings settings, int slots, OperatorMetrics metrics) throws Exception {
        Configuration configuration = new Configuration();
        addresses(configuration, settings.webPort());
        files(configuration, settings.data());
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(WebOptions.CANCEL_ENABLE, false);
        configuration.set(WebOptions.RESCALE_ENABLE, false);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
        metrics.reportTo(configuration);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setHaServices(
                        settings.losesLeaders()
                                ? MiniCluster.HaServices.WITH_LEADERSHIP_CONTROL
                                : MiniCluster.HaServices.CONFIGURED)
                .build());
        cluster.start();
        return new FlinkCluster(cluster);
    }

    private static void addresses(Configuration configuration, int webPort) {
        configuration.set(RestOptions.ADDRESS, HERE);
        configuration.set(RestOptions.BIND_ADDRESS, HERE);
        configuration.set(RestOptions.BIND_PORT, Integer.toString(webPort));
        configuration.set(JobManagerOptions.ADDRESS, HERE);
        configuration.set(JobManagerOptions.BIND_HOST, HERE);
        configuration.set(TaskManagerOptions.HOST, HERE);
        configuration.set(TaskManagerOptions.BIND_HOST, HERE);
    }

    private static void files(Configuration configuration, DataDirectory data) {
        String scratch = data.scratch().toString();
        configuration.set(CoreOptions.TMP_DIRS, scratch);
        configuration.set(WebOptions.TMP_DIR, scratch);
        configuration.set(WebOptions.UPLOAD_DIR, scratch);
        configuration.set(BlobServerOptions.STORAGE_DIRECTORY, scratch);
        configuration.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, scratch);
        configuration.set(WebOptions.LOG_PATH, data.log().toString());
        configuration.setString(
                ConfigConstants.TASK_MANAGER_LOG_PATH_KEY, data.log().toString());
    }

    URI webUi() throws Exception {
        return cluster.getRestAddress().get();
    }

    void submit(JobGraph job) throws Exception {
        cluster.submitJob(job).get();
    }

    JobStatus status(JobID job) throws IOException {
        return Waiting.forResult(cluster.getJobStatus(job), "the job's status");
    }

    /** Whether every task of a job runs. */
    boolean runs(JobID job) throws IOException {
        if (status(job) != JobStatus.RUNNING) {
            return false;
        }
        for (AccessExecutionVertex vertex : graph(job).getAllExecutionVertices()) {
            if (vertex.getExecutionState() != ExecutionState.RUNNING) {
                return false;
            }
        }
        return true;
    }

    /** Why a job failed last, if it did. */
    Optional<String> failure(JobID job) throws IOException {
        return Optional.ofNullable(graph(job).getFailureInfo())
                .map(info -> info.getExceptionAsString().lines().findFirst().orElse(""));
    }

    /** When the newest complete checkpoint of this run was taken, epoch milliseconds. */
    Optional<Long> newestCheckpoint(JobID job) throws IOException {
        return Optional.ofNullable(graph(job).getCheckpointStatsSnapshot())
                .map(stats -> stats.getHistory().getLatestCompletedCheckpoint())
                .map(checkpoint -> checkpoint.getTriggerTimestamp());
    }

    private AccessExecutionGraph graph(JobID job) throws IOException {
        return Waiting.forResult(cluster.getExecutionGraph(job), "the job's state");
    }

    /** Whether a savepoint is complete that was begun at {@code since}, epoch milliseconds, or later. */
    boolean hasSavepoint(JobID job, long since) throws IOException {
        return Optional.ofNullable(graph(job).getCheckpointStatsSnapshot())
                .map(stats -> stats.getHistory().getLatestSavepoint())
                .filter(savepoint -> savepoint.getTriggerTimestamp() >= since)
                .isPresent();
    }

    /** Ends the only worker, and starts another one: every job goes on from its newest checkpoint. */
    void loseTaskManager() throws Exception {
        // A lost one keeps its place in the cluster's list.
        cluster.terminateTaskManager(worker++).get();
        cluster.startTaskManager();
    }

    /** Takes the leadership of a job from its manager, and gives it to another one. */
    void loseJobManager(JobID job) throws Exception {
        HaLeadershipControl leadership = cluster.getHaLeadershipControl()
                .orElseThrow(() -> new IllegalStateException("the cluster was started without leaders to lose"));
        leadership.revokeJobMasterLeadership(job).get();
        leadership.grantJobMasterLeadership(job);
    }

    /** Begins to end a job behind a savepoint; what it answers is complete when the job has ended. */
    CompletableFuture<String> stop(JobID job, Path savepoints) {
        return cluster.stopWithSavepoint(job, savepoints.toUri().toString(), false, SavepointFormatType.NATIVE);
    }

    @Override
    public void close() throws IOException {
        Waiting.forResult(cluster.closeAsync(), "the cluster's end");
    }
}
