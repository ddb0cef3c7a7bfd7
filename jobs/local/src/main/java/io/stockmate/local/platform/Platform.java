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
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The whole of it on one machine: streams, delivery, the jobs, and the lake, on top of one directory. What runs
 * in {@code stockmate run} and what tests run is this.
 *
 * <p>{@link #close} is the orderly end: the jobs stop behind savepoints, so that streams and lake are complete, and
 * the next start goes on from there. A job without which the market goes on does not stop it by failing. A process that
 * is killed goes on from the newest checkpoint.
 */
public final class Platform implements AutoCloseable {
    private static final Duration DELIVERY_INTERVAL = Duration.ofSeconds(10);
    private static final int DELIVERY_BYTES = 5 << 20;

    private final PlatformSettings settings;
    private final StartedParts parts = new StartedParts();
    private final KinesisEndpoint kinesis;
    private final OrderlyEnd end;
    private final FirehoseEndpoint firehose;
    private final Books books;
    private final OperatorMetrics metrics;
    private final MetricsEndpoint metricsEndpoint;
    private final FlinkCluster cluster;
    private final URI webUi;
    private final LakeMerging merging;
    private final RunningJobs jobs;
    private boolean stopped;

    private Platform(PlatformSettings settings) throws Exception {
        this.settings = settings;
        DataDirectory data = settings.data();
        try {
            parts.add(DirectoryLock.take(data));
            RunningPlatform.withdraw(data);
            boolean endedInOrder = !Unfinished.is(data);
            Unfinished.mark(data);
            Directories.remove(data.scratch());
            Files.createDirectories(data.scratch());
            parts.add(() -> Directories.remove(data.scratch()));
            Files.createDirectories(data.lake());
            Ports.requireFree(settings.kinesisPort(), "Kinesis");
            Ports.requireFree(settings.firehosePort(), "Firehose");
            Ports.requireFree(settings.webPort(), "the web UI");
            Ports.requireFree(settings.metricsPort(), "metrics");
            OpeningBooks opening = parts.add(OpeningBooks.begin(settings, endedInOrder));
            kinesis = parts.add(KinesisEndpoint.start(
                    settings.kinesisPort(),
                    data.streams(),
                    times(settings).withFaults(settings.faults().kinesis())));
            end = new OrderlyEnd(kinesis);
            kinesis.createStream(Streams.COMMANDS, Streams.SHARDS);
            kinesis.createStream(Streams.EVENTS, Streams.SHARDS);
            kinesis.createStream(Streams.ALERTS, Streams.SHARDS);
            firehose = parts.add(FirehoseEndpoint.start(
                    settings.firehosePort(),
                    data.deliveries(),
                    FirehoseSettings.defaults()
                            .withBuffer(DELIVERY_BYTES, DELIVERY_INTERVAL)
                            .withFaults(settings.faults().firehose())));
            firehose.createDeliveryStream(Streams.ORDER_STATUS);
            firehose.createDeliveryStream(Streams.ACCOUNTING);
            metrics = parts.add(OperatorMetrics.open());
            metricsEndpoint = parts.add(MetricsEndpoint.start(settings.metricsPort(), metrics.exposition()));
            cluster = parts.add(FlinkCluster.start(settings, slots(settings), metrics));
            webUi = cluster.webUi();
            books = opening.await();
            PropertyGroups properties = new JobProperties(settings, kinesis, firehose.uri(), books.uri()).local();
            jobs = RunningJobs.start(startable(), properties, settings, kinesis, cluster, metrics);
            merging = parts.add(LakeMerging.start(data.lake(), kinesis::time));
            RunningPlatform.here(webUi, kinesis.uri(), firehose.uri(), books.uri(), settings.speed())
                    .announce(data);
            parts.add(() -> RunningPlatform.withdraw(data));
        } catch (BindException taken) {
            parts.close(data.log(), taken);
            throw new CommandFailed(taken.getMessage() + " Other ports: --port-base N", taken);
        } catch (Exception failure) {
            parts.close(data.log(), failure);
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

    private static int slots(PlatformSettings settings) {
        return Stream.of(Job.values()).mapToInt(settings::parallelism).sum();
    }

    private static KinesisSettings times(PlatformSettings settings) {
        KinesisSettings defaults = KinesisSettings.defaults();
        LongSupplier clock = settings.clock();
        return clock == null ? defaults.withSpeed(settings.speed()) : defaults.withClock(clock);
    }

    /** @throws CommandFailed where matching has ended; the message says where to look */
    public void requireAlive() throws IOException {
        jobs.matching().requireAlive();
    }

    /** The jobs that have ended while the market goes on, and why, and what keeps the lake from being merged. */
    public List<String> troubles() throws IOException {
        List<String> troubles = jobs.troubles();
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
        return jobs.matching().newestCheckpoint();
    }

    /**
     * Returns when all events that follow from the commands so far can be read, however long that takes. Nobody is to
     * put any meanwhile.
     *
     * @throws CommandFailed where matching has ended
     */
    public void awaitMatched() throws IOException, InterruptedException {
        jobs.awaitMatched();
    }

    /** The same for all suggestions that follow from the events so far. */
    public void awaitPlanned() throws IOException, InterruptedException {
        jobs.awaitPlanned();
    }

    /**
     * Returns when each job has read to its end what those before it have written so far. Nobody is to put any commands
     * meanwhile.
     *
     * @param patience with each job
     * @throws IOException where one takes longer
     */
    public void awaitRead(Duration patience) throws IOException, InterruptedException {
        jobs.awaitRead(patience);
    }

    /** How long recent commands stayed in matching; nothing is known any more when the platform has ended. */
    public OperatorTimes matchingTimes() {
        return metrics.matchingTimes();
    }

    /** How often jobs were restarted in this run. */
    public long restarts() {
        return jobs.restarts();
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
        jobs.loseManagers();
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
            end.of(jobs.all(), settings.data());
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
        parts.close(settings.data().log(), failure);
        if (failure != null) {
            throw failure;
        }
    }
}
