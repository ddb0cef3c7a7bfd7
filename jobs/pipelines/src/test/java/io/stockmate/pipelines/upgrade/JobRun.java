package io.stockmate.pipelines.upgrade;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.pipelines.matching.MatchingJob;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.LakeProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** One job with its own source and sinks, on the cluster of the test, from its start or from a savepoint. */
final class JobRun {
    /** Longer than any step takes on a busy machine: what has not happened by then hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String INLINE_MAX = "1 mb";

    private final UpgradedJob job;
    private final Path directory;
    private final JobClient client;
    private final InMemoryReporter metrics;

    private CompletableFuture<String> savepoint = new CompletableFuture<>();

    private JobRun(UpgradedJob job, Path directory, JobClient client, InMemoryReporter metrics) {
        this.job = job;
        this.directory = directory;
        this.client = client;
        this.metrics = metrics;
    }

    /**
     * @param directory the run's own; the lake goes there
     * @param savepoint null for a job without state
     */
    static JobRun start(
            UpgradedJob job,
            Path directory,
            Streams streams,
            PropertyGroup database,
            @Nullable Path savepoint,
            InMemoryReporter metrics)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.setString(
                "execution.checkpointing.dir",
                directory.resolve("checkpoints").toUri().toString());
        configuration.setString("execution.checkpointing.data-inline-threshold", INLINE_MAX);
        if (savepoint != null) {
            configuration.setString(
                    "execution.state-recovery.path", savepoint.toUri().toString());
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        job.build(environment, groups(job.jobName(), directory, streams, database));
        return new JobRun(job, directory, environment.executeAsync(job.jobName()), metrics);
    }

    private static PropertyGroups groups(String name, Path directory, Streams streams, PropertyGroup database)
            throws IOException {
        String path = "/io/stockmate/pipelines/jobs.json";
        PropertyGroups groups;
        try (InputStream in = MatchingJob.class.getResourceAsStream(path)) {
            groups = PropertyGroups.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), path);
        }
        for (String stream : List.of("commands", "events", "alerts")) {
            if (groups.ids().contains(name + "." + stream)) {
                groups = groups.with(name + "." + stream, AwsSettings.ENDPOINT, streams.kinesis());
            }
        }
        String delivery = name.equals("accounting") ? "accounting.delivery" : "matching.order-status";
        groups = groups.with(delivery, AwsSettings.ENDPOINT, streams.firehose());
        groups = groups.with(
                        name + ".lake",
                        LakeProperties.PATH,
                        lake(directory).toUri().toString())
                .with(name + ".flink", JobSettings.CHECKPOINT_INTERVAL, "100 ms");
        for (String group : List.of("ledger", "projections", "billing")) {
            groups = groups.with("accounting." + group, DatabaseSettings.URL, database.text(DatabaseSettings.URL))
                    .with("accounting." + group, DatabaseSettings.USER, database.text(DatabaseSettings.USER));
        }
        return groups;
    }

    private static Path lake(Path directory) {
        return directory.resolve("lake");
    }

    Path lake() {
        return lake(directory);
    }

    /** Waits until so many records of the job's stream have been decoded since the start. */
    void awaitRecords(int records) throws Exception {
        String counter = job.jobName() + "\\.Decode " + job.input() + "\\.\\d+\\.records";
        await(
                () -> metrics.findMetric(client.getJobID(), counter)
                        .map(found -> ((Counter) found).getCount() >= records)
                        .orElse(false),
                job + " reads " + records + " records");
    }

    /** Waits until what has come out so far is behind two checkpoints: committed, and out of the sinks' state. */
    void awaitRest() throws Exception {
        long now = checkpoint();
        await(() -> checkpoint() >= now + 2, job + " takes two checkpoints");
    }

    private long checkpoint() {
        Path checkpoints = directory.resolve("checkpoints");
        if (!Files.exists(checkpoints)) {
            return 0;
        }
        try (Stream<Path> paths = Files.find(checkpoints, 3, (path, any) -> path.endsWith("_metadata"))) {
            return paths.mapToLong(path -> Long.parseLong(
                            path.getParent().getFileName().toString().replace("chk-", "")))
                    .max()
                    .orElse(0);
        } catch (IOException | UncheckedIOException removedMeanwhile) {
            return checkpoint();
        }
    }

    /** Begins to end the job; all that follows from what it has read is in the lake then. */
    void beginToStop() {
        savepoint = client.stopWithSavepoint(
                false, directory.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL);
    }

    /** Waits until it has ended, as was begun, and tells where its savepoint is. */
    Path stop() throws Exception {
        return Path.of(URI.create(savepoint.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
    }

    private void await(BooleanSupplier condition, String what) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (client.getJobStatus().get().isGloballyTerminalState()) {
                client.getJobExecutionResult().get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
