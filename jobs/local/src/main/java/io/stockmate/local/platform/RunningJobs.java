package io.stockmate.local.platform;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.local.CommandFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of a platform, from their start on; those that have ended, too. */
final class RunningJobs {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJobs.class);

    private final PlatformSettings settings;
    private final KinesisEndpoint kinesis;
    private final FlinkCluster cluster;
    private final OperatorMetrics metrics;
    private final Map<Job, RunningJob> jobs = new EnumMap<>(Job.class);

    private RunningJobs(
            PlatformSettings settings, KinesisEndpoint kinesis, FlinkCluster cluster, OperatorMetrics metrics) {
        this.settings = settings;
        this.kinesis = kinesis;
        this.cluster = cluster;
        this.metrics = metrics;
    }

    /**
     * Returns when all read; those without which there is no market are started before the others.
     *
     * @throws CommandFailed where such a one does not start
     */
    static RunningJobs start(
            Collection<Job> startable,
            PropertyGroups properties,
            PlatformSettings settings,
            KinesisEndpoint kinesis,
            FlinkCluster cluster,
            OperatorMetrics metrics)
            throws Exception {
        RunningJobs started = new RunningJobs(settings, kinesis, cluster, metrics);
        started.start(startable.stream().filter(Job::isVital).toList(), properties);
        started.start(startable.stream().filter(job -> !job.isVital()).toList(), properties);
        return started;
    }

    /**
     * Returns when they read. A job without which the market goes on may fail: it is told of by {@link #troubles}. Of a
     * stream that was split the rest is read later, behind a checkpoint.
     */
    private void start(List<Job> started, PropertyGroups properties) throws Exception {
        List<RunningJob> submitted = new ArrayList<>();
        for (Job job : started) {
            RunningJob running = RunningJob.submit(job, settings, properties, cluster, metrics);
            jobs.put(job, running);
            submitted.add(running);
        }
        for (RunningJob job : submitted) {
            try {
                job.awaitReading(
                        Math.min(Streams.SHARDS, kinesis.openShards(job.job().input())));
            } catch (CommandFailed failure) {
                if (job.job().isVital()) {
                    throw failure;
                }
                LOG.error("the market goes on without {}", job.job().jobName(), failure);
            }
        }
    }

    Collection<RunningJob> all() {
        return jobs.values();
    }

    RunningJob matching() {
        return of(Job.MATCHING);
    }

    private RunningJob of(Job job) {
        return Objects.requireNonNull(jobs.get(job));
    }

    /** The jobs that have ended while the market goes on, and why. */
    List<String> troubles() throws IOException {
        List<String> troubles = new ArrayList<>();
        for (RunningJob job : jobs.values()) {
            if (!job.job().isVital()) {
                job.end().ifPresent(troubles::add);
            }
        }
        return troubles;
    }

    /** Returns when all events that follow from the commands so far can be read, however long that takes. */
    void awaitMatched() throws IOException, InterruptedException {
        awaitDone(Job.MATCHING);
    }

    /** The same for all suggestions that follow from the events so far. */
    void awaitPlanned() throws IOException, InterruptedException {
        awaitDone(Job.DEMAND);
    }

    private void awaitDone(Job job) throws IOException, InterruptedException {
        of(job).awaitDone(kinesis.lastSequenceNumbers(job.input()));
    }

    /** Returns when each has read to its end what those before it have written so far. */
    void awaitRead(Duration patience) throws IOException, InterruptedException {
        for (RunningJob job : jobs.values()) {
            job.awaitRead(new StreamEnd(kinesis.lastSequenceNumbers(job.job().input())), patience);
        }
    }

    /** How often they were restarted. */
    long restarts() {
        return jobs.keySet().stream().mapToLong(metrics::restarts).sum();
    }

    /** Takes each from its manager, and gives it to another one. */
    void loseManagers() throws Exception {
        for (Job job : jobs.keySet()) {
            cluster.loseJobManager(job.id());
        }
    }
}
