package io.stockmate.local.platform;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.emulators.FirehoseEndpoint;
import io.stockmate.emulators.FirehoseSettings;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.emulators.KinesisSettings;
import io.stockmate.emulators.RecordListener;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.metrics.MetricsEndpoint;
import io.stockmate.pipelines.anomaly.AnomalyProperties;
import io.stockmate.pipelines.demand.DemandProperties;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole of it on one machine: streams, delivery, the jobs, and the lake, on top of one directory. What runs
 * in {@code stockmate run} and what tests run is this.
 *
 * <p>{@link #close} is the orderly end: the jobs stop behind savepoints, so that streams and lake are complete, and
 * the next start goes on from there. A job without which the market goes on does not stop it by failing. A process that
 * is killed goes on from the newest checkpoint.
 */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private static final int SHARDS = 2;
    private static final Duration DELIVERY_INTERVAL = Duration.ofSeconds(10);
    private static final int DELIVERY_BYTES = 5 << 20;

    private final PlatformSettings settings;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final KinesisEndpoint kinesis;
    private final OrderlyEnd end;
    private final FirehoseEndpoint firehose;
    private final Books books;
    private final OperatorMetrics metrics;
    private final MetricsEndpoint metricsEndpoint;
    private final FlinkCluster cluster;
    private final URI webUi;
    private final LakeMerging merging;
    private final Map<Job, RunningJob> jobs = new EnumMap<>(Job.class);
    private boolean stopped;

    private Platform(PlatformSettings settings) throws Exception {
        this.settings = settings;
        DataDirectory data = settings.data();
        try {
            parts.push(DirectoryLock.take(data));
            RunningPlatform.withdraw(data);
            boolean endedInOrder = !Unfinished.is(data);
            Unfinished.mark(data);
            Directories.remove(data.scratch());
            Files.createDirectories(data.scratch());
            parts.push(() -> Directories.remove(data.scratch()));
            Files.createDirectories(data.lake());
            Ports.requireFree(settings.kinesisPort(), "Kinesis");
            Ports.requireFree(settings.firehosePort(), "Firehose");
            Ports.requireFree(settings.webPort(), "the web UI");
            Ports.requireFree(settings.metricsPort(), "metrics");
            OpeningBooks opening = started(OpeningBooks.begin(settings, endedInOrder));
            kinesis = started(KinesisEndpoint.start(
                    settings.kinesisPort(),
                    data.streams(),
                    times(settings).withFaults(settings.faults().kinesis())));
            end = new OrderlyEnd(kinesis);
            kinesis.createStream(Streams.COMMANDS, SHARDS);
            kinesis.createStream(Streams.EVENTS, SHARDS);
            kinesis.createStream(Streams.ALERTS, SHARDS);
            firehose = started(FirehoseEndpoint.start(
                    settings.firehosePort(),
                    data.deliveries(),
                    FirehoseSettings.defaults()
                            .withBuffer(DELIVERY_BYTES, DELIVERY_INTERVAL)
                            .withFaults(settings.faults().firehose())));
            firehose.createDeliveryStream(Streams.ORDER_STATUS);
            firehose.createDeliveryStream(Streams.ACCOUNTING);
            metrics = started(OperatorMetrics.open());
            metricsEndpoint = started(MetricsEndpoint.start(settings.metricsPort(), metrics.exposition()));
            cluster = started(FlinkCluster.start(settings, slots(settings), metrics));
            webUi = cluster.webUi();
            books = opening.await();
            PropertyGroups properties = new JobProperties(settings, kinesis.uri(), firehose.uri(), books.uri()).local();
            List<Job> startable = startable();
            start(startable.stream().filter(Job::isVital).toList(), properties);
            start(startable.stream().filter(job -> !job.isVital()).toList(), properties);
            merging = started(LakeMerging.start(data.lake(), kinesis::time));
            RunningPlatform.here(webUi, kinesis.uri(), firehose.uri(), books.uri(), settings.speed())
                    .announce(data);
            parts.push(() -> RunningPlatform.withdraw(data));
        } catch (BindException taken) {
            closeParts(taken);
            throw new CommandFailed(taken.getMessage() + " Other ports: --port-base N", taken);
        } catch (Exception failure) {
            closeParts(failure);
            throw failure;
        }
    }

    /**
     * Starts everything and returns when the job runs.
     *
     * @throws CommandFailed where the directory or a port is in use
     */
    public static Platform start(PlatformSettings settings) throws Exception {
        return new Platform(settings);
    }

    /** All jobs; without books there is no accounting, which goes on from where it was when they are back. */
    private List<Job> startable() throws IOException {
        Path waits = settings.data().accountingWaits();
        if (books.areMissing()) {
            Files.writeString(waits, "The last platform here ran without Postgres: nothing of it is booked yet.\n");
            return Stream.of(Job.values()).filter(job -> job != Job.ACCOUNTING).toList();
        }
        Files.writeString(
                settings.data().accountingUnfinished(),
                "Accounting runs here, or did not end in order: the next end of a run completes its books.\n");
        Files.deleteIfExists(waits);
        return List.of(Job.values());
    }

    /** The settings under which a platform's anomaly job runs. */
    public static AnomalySettings anomalySettings() throws IOException {
        return AnomalyProperties.settings(JobProperties.shared());
    }

    /** The settings under which a platform's demand job runs. */
    public static DemandSettings demandSettings() throws IOException {
        return DemandProperties.settings(JobProperties.shared());
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
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
                job.awaitReading(Math.min(SHARDS, kinesis.openShards(job.job().input())));
            } catch (CommandFailed failure) {
                if (job.job().isVital()) {
                    throw failure;
                }
                LOG.error("the market goes on without {}", job.job().jobName(), failure);
            }
        }
    }

    private static int slots(PlatformSettings settings) {
        return Stream.of(Job.values()).mapToInt(settings::parallelism).sum();
    }

    private static KinesisSettings times(PlatformSettings settings) {
        KinesisSettings defaults = KinesisSettings.defaults();
        LongSupplier clock = settings.clock();
        return clock == null ? defaults.withSpeed(settings.speed()) : defaults.withClock(clock);
    }

    private RunningJob matching() {
        return Objects.requireNonNull(jobs.get(Job.MATCHING));
    }

    /** @throws CommandFailed where matching has ended; the message says where to look */
    public void requireAlive() throws IOException {
        matching().requireAlive();
    }

    /** The jobs that have ended while the market goes on, and why, and what keeps the lake from being merged. */
    public List<String> troubles() throws IOException {
        List<String> troubles = new ArrayList<>();
        for (RunningJob job : jobs.values()) {
            if (!job.job().isVital()) {
                job.end().ifPresent(troubles::add);
            }
        }
        merging.trouble().ifPresent(troubles::add);
        return troubles;
    }

    public DataDirectory data() {
        return settings.data();
    }

    public URI webUi() {
        return webUi;
    }

    public URI kinesis() {
        return kinesis.uri();
    }

    public URI firehose() {
        return firehose.uri();
    }

    /** What Prometheus reads. */
    public URI metrics() {
        return metricsEndpoint.uri();
    }

    /** Where the books are, and what is to be said where there are none. */
    public Books books() {
        return books;
    }

    /** How clients reach the streams. */
    public AwsSettings streams() {
        return AwsSettings.local(kinesis.uri());
    }

    /** The records' time, epoch milliseconds: that of the machine, or one that runs {@link #speed} times as fast. */
    public long time() {
        return kinesis.time();
    }

    public long speed() {
        return settings.speed();
    }

    /** Tells a listener of every record put into a stream from now on, until the platform ends. */
    public void tail(String stream, RecordListener listener) {
        kinesis.tail(stream, listener);
    }

    /** How many records a stream holds. */
    public long records(String stream) {
        return kinesis.recordCount(stream);
    }

    /** When matching's newest complete checkpoint of this run was taken, epoch milliseconds. */
    public Optional<Long> newestCheckpoint() throws IOException {
        return matching().newestCheckpoint();
    }

    /**
     * Returns when all events that follow from the commands so far can be read, however long that takes. Nobody is to
     * put any meanwhile.
     *
     * @throws CommandFailed where matching has ended
     */
    public void awaitMatched() throws IOException, InterruptedException {
        matching().awaitDone(kinesis.lastSequenceNumbers(Streams.COMMANDS));
    }

    /** The same for all suggestions that follow from the events so far. */
    public void awaitPlanned() throws IOException, InterruptedException {
        Objects.requireNonNull(jobs.get(Job.DEMAND)).awaitDone(kinesis.lastSequenceNumbers(Streams.EVENTS));
    }

    /**
     * Returns when each job has read to its end what those before it have written so far. Nobody is to put any commands
     * meanwhile.
     *
     * @param patience with each job
     * @throws IOException where one takes longer
     */
    public void awaitRead(Duration patience) throws IOException, InterruptedException {
        for (RunningJob job : jobs.values()) {
            job.awaitRead(new StreamEnd(kinesis.lastSequenceNumbers(job.job().input())), patience);
        }
    }

    /** How long recent commands stayed in matching; nothing is known any more when the platform has ended. */
    public OperatorTimes matchingTimes() {
        return metrics.matchingTimes();
    }

    /** How often jobs were restarted in this run. */
    public long restarts() {
        return jobs.keySet().stream().mapToLong(metrics::restarts).sum();
    }

    /** How often accounting was, of {@link #restarts}. */
    public long accountingRestarts() {
        return metrics.restarts(Job.ACCOUNTING);
    }

    /** Ends the only worker of the cluster, as a crash of its machine would, and starts another one. */
    public void loseTaskManager() throws Exception {
        cluster.loseTaskManager();
    }

    /** Takes each job from its manager, as the loss of its machine would, and gives it to another one. */
    public void loseJobManager() throws Exception {
        for (Job job : jobs.keySet()) {
            cluster.loseJobManager(job.id());
        }
    }

    /** Takes no more commands, so that those in the stream can all be answered: puts fail with status 503. */
    public void refuseCommands() {
        end.refuseCommands();
    }

    /**
     * Takes no more commands and ends the jobs behind savepoints, one after another: each reads to its end what those
     * before it have written, so that all that follows from a command is there. The streams can still be read. A second
     * call does nothing.
     *
     * @throws IOException where one did not end in order; the others did
     */
    public synchronized void stopJobs() throws IOException {
        if (!stopped) {
            stopped = true;
            end.of(jobs.values(), settings.data());
        }
    }

    /** Ends the jobs behind savepoints, then everything else. A second call does nothing. */
    @Override
    public synchronized void close() throws IOException {
        IOException failure = null;
        try {
            stopJobs();
        } catch (IOException stopping) {
            failure = stopping;
        }
        closeParts(failure);
        if (failure != null) {
            throw failure;
        }
    }

    /** Closes what was started, the last first. What fails meanwhile is added to {@code failure}, or thrown. */
    private void closeParts(@Nullable Exception failure) throws IOException {
        IOException own = new IOException(
                "not everything ended in order: see " + settings.data().log());
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception closing) {
                (failure == null ? own : failure).addSuppressed(closing);
            }
        }
        if (own.getSuppressed().length > 0) {
            throw own;
        }
    }
}
