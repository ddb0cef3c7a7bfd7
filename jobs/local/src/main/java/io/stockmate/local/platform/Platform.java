package io.stockmate.local.platform;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.emulators.FirehoseEndpoint;
import io.stockmate.emulators.FirehoseSettings;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.emulators.RecordListener;
import io.stockmate.local.CommandFailed;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole of it on one machine: streams, delivery, the matching job, and the lake, on top of one directory. What runs
 * in {@code stockmate run} and what tests run is this.
 *
 * <p>{@link #close} is the orderly end: the job stops behind a savepoint, so that the lake is complete, and the next
 * start goes on from there. A process that is killed goes on from the newest checkpoint.
 */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private static final int SHARDS = 2;
    private static final Duration DELIVERY_INTERVAL = Duration.ofSeconds(10);
    private static final int DELIVERY_BYTES = 5 << 20;
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MS = 20;

    private final PlatformSettings settings;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final KinesisEndpoint kinesis;
    private final FirehoseEndpoint firehose;
    private final OperatorMetrics metrics;
    private final FlinkCluster cluster;
    private final URI webUi;
    private boolean stopped;

    private Platform(PlatformSettings settings) throws Exception {
        this.settings = settings;
        DataDirectory data = settings.data();
        try {
            parts.push(DirectoryLock.take(data));
            RunningPlatform.withdraw(data);
            Snapshot.removeOutdatedSavepoints(data, MatchingOnPlatform.NAME);
            Directories.remove(data.scratch());
            Files.createDirectories(data.scratch());
            parts.push(() -> Directories.remove(data.scratch()));
            Files.createDirectories(data.lake());
            kinesis = started(KinesisEndpoint.start(settings.kinesisPort(), data.streams()));
            kinesis.createStream(Streams.COMMANDS, SHARDS);
            kinesis.createStream(Streams.EVENTS, SHARDS);
            kinesis.createStream(Streams.ALERTS, SHARDS);
            firehose = started(FirehoseEndpoint.start(
                    settings.firehosePort(),
                    data.deliveries(),
                    FirehoseSettings.defaults().withBuffer(DELIVERY_BYTES, DELIVERY_INTERVAL)));
            firehose.createDeliveryStream(Streams.ORDER_STATUS);
            Ports.requireFree(settings.webPort(), "the web UI");
            metrics = started(OperatorMetrics.open());
            cluster = started(FlinkCluster.start(settings.webPort(), settings.parallelism(), data, metrics));
            webUi = cluster.webUi();
            JobGraph job = new MatchingOnPlatform(settings, kinesis.uri(), firehose.uri()).graph();
            cluster.submit(job);
            awaitRunning();
            RunningPlatform.here(webUi, kinesis.uri(), firehose.uri()).announce(data);
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

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    private void awaitRunning() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!cluster.runs(MatchingOnPlatform.ID) || metrics.shardsRead() < SHARDS) {
            requireAlive();
            Optional<String> failure = cluster.failure(MatchingOnPlatform.ID);
            if (failure.isPresent()) {
                throw new CommandFailed("matching does not start (" + failure.get() + "): see "
                        + settings.data().log());
            }
            if (System.nanoTime() > deadline) {
                throw new CommandFailed("matching did not begin to read within " + START_PATIENCE.toSeconds()
                        + " s: see " + settings.data().log());
            }
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }

    /** @throws CommandFailed where the job has ended or restarts over and over; the message says where to look */
    public void requireAlive() throws IOException {
        JobStatus status = cluster.status(MatchingOnPlatform.ID);
        if (status.isTerminalState()) {
            throw new CommandFailed("matching has ended as " + status + " ("
                    + cluster.failure(MatchingOnPlatform.ID).orElse("no reason given") + "): see "
                    + settings.data().log());
        }
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

    /** How clients reach the streams. */
    public AwsSettings streams() {
        return AwsSettings.local(kinesis.uri());
    }

    /** Tells a listener of every record put into a stream from now on, until the platform ends. */
    public void tail(String stream, RecordListener listener) {
        kinesis.tail(stream, listener);
    }

    /** How many records a stream holds. */
    public long records(String stream) {
        return kinesis.recordCount(stream);
    }

    /** When the newest complete checkpoint of this run was taken, epoch milliseconds. */
    public Optional<Long> newestCheckpoint() throws IOException {
        return cluster.newestCheckpoint(MatchingOnPlatform.ID);
    }

    /** How long recent commands stayed in matching; nothing is known any more when the platform has ended. */
    public OperatorTimes matchingTimes() {
        return metrics.matchingTimes();
    }

    /** How often the job was restarted in this run. */
    public long restarts() {
        return metrics.restarts();
    }

    /** Ends the job behind a savepoint; the streams can still be read. A second call does nothing. */
    public synchronized void stopJob() throws IOException {
        if (!stopped) {
            stopped = true;
            cluster.stop(MatchingOnPlatform.ID, settings.data().savepoints(MatchingOnPlatform.NAME), STOP_PATIENCE);
            Snapshot.removeOutdatedSavepoints(settings.data(), MatchingOnPlatform.NAME);
        }
    }

    /** Ends the job behind a savepoint, then everything else. A second call does nothing. */
    @Override
    public synchronized void close() throws IOException {
        IOException failure = null;
        try {
            stopJob();
        } catch (IOException stopping) {
            failure = stopping;
            LOG.error("the next start goes on from the newest checkpoint", stopping);
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
