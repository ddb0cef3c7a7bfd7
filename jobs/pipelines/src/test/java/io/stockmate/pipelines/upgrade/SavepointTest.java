package io.stockmate.pipelines.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeDifference;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LogSelection;
import io.stockmate.pipelines.accounting.BooksDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jobs of today, from savepoints that earlier versions took, go on with the results of a job that never stopped.
 * With {@code -Dsavepoint.version=VERSION} the jobs of today make the savepoints of that version first.
 */
final class SavepointTest {
    private static final Path KEPT = Path.of("src/test/resources/savepoints");
    private static final InMemoryReporter METRICS = InMemoryReporter.create();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(UpgradedJob.values().length)
            .setConfiguration(METRICS.addToConfiguration(
                    Configuration.fromMap(Map.of("taskmanager.memory.managed.size", "256m"))))
            .build());

    private static KeptLog log;
    private static BooksDatabase database;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws IOException {
        log = KeptLog.read();
        database = BooksDatabase.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void everyVersionsJobsGoOnAsIfTheyHadNotStopped() throws Exception {
        String made = System.getProperty("savepoint.version");
        if (made != null) {
            make(made);
        }
        PropertyGroup books = database.writer("books");
        Map<UpgradedJob, Path> uninterrupted = run(
                directory.resolve("uninterrupted"),
                books,
                null,
                0,
                log.commands().size());
        List<Path> versions = versions();
        assertThat(versions).isNotEmpty();
        for (Path version : versions) {
            Map<UpgradedJob, Path> restored = run(
                    directory.resolve(version.getFileName().toString()),
                    books,
                    version,
                    log.before(),
                    log.commands().size());
            restored.forEach((job, lake) -> assertGoesOn(version, job, uninterrupted.get(job), lake));
        }
    }

    /** What the restored job wrote is what the other wrote of the events that the savepoint does not hold. */
    private static void assertGoesOn(Path version, UpgradedJob job, Path uninterrupted, Path restored) {
        assertThat(restored)
                .as("rows of %s after the savepoint", job)
                .isDirectoryRecursivelyContaining("glob:**.parquet");
        Map<String, Event> last = log.lastBefore(job != UpgradedJob.MATCHING);
        long earlier = 0;
        for (LakeTable table : job.tables()) {
            List<LakeDifference.Row> rows = LakeDifference.between(uninterrupted, restored, table, LogSelection.ALL);
            assertThat(rows).as("%s of %s", table, version).allSatisfy(row -> {
                assertThat(row.inLeft()).as("written before").isTrue();
                Event event = last.get(row.symbol());
                assertThat(row.seq())
                        .isLessThanOrEqualTo(
                                table == LakeTable.COMMAND ? event.header().commandSeq() : event.seq());
            });
            earlier += rows.size();
        }
        assertThat(earlier).as("rows from before the savepoint").isPositive();
    }

    private void make(String version) throws Exception {
        Path to = KEPT.resolve(version);
        assertThat(to).as("what a released version wrote is never made again").doesNotExist();
        Map<UpgradedJob, Path> savepoints = new EnumMap<>(UpgradedJob.class);
        runs(directory.resolve("made"), database.writer("made"), null, 0, log.before(), (job, run, around) -> {
            savepoints.put(job, run.stop());
        });
        for (Map.Entry<UpgradedJob, Path> each : savepoints.entrySet()) {
            Path kept = Files.createDirectories(to.resolve(each.getKey().jobName()));
            assertThat(each.getValue()).isDirectoryNotContaining("glob:**/[!_]*");
            Files.copy(each.getValue().resolve("_metadata"), kept.resolve("_metadata"));
        }
    }

    private static List<Path> versions() throws IOException {
        try (Stream<Path> paths = Files.list(KEPT)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Runs all jobs over the log's first {@code to} commands and tells where their lakes are. */
    private static Map<UpgradedJob, Path> run(
            Path directory, PropertyGroup books, @Nullable Path version, int from, int to) throws Exception {
        Map<UpgradedJob, Path> lakes = new EnumMap<>(UpgradedJob.class);
        runs(directory, books, version, from, to, (job, run, around) -> {
            run.stop();
            lakes.put(job, run.lake());
            if (job == UpgradedJob.MATCHING && version != null) {
                assertThat(KeptLog.chains(around.read("events")))
                        .as("chains after %s", version)
                        .isEqualTo(log.chainsAfter());
            }
        });
        return lakes;
    }

    private interface End {
        void of(UpgradedJob job, JobRun run, Streams around) throws Exception;
    }

    private static void runs(Path directory, PropertyGroup books, @Nullable Path version, int from, int to, End end)
            throws Exception {
        Map<UpgradedJob, Streams> streams = new EnumMap<>(UpgradedJob.class);
        try {
            Map<UpgradedJob, JobRun> runs = new EnumMap<>(UpgradedJob.class);
            for (UpgradedJob job : UpgradedJob.values()) {
                Path own = directory.resolve(job.jobName());
                Path savepoint =
                        version == null ? null : version.resolve(job.jobName()).toAbsolutePath();
                Streams around = new Streams(own);
                streams.put(job, around);
                around.put(job.input(), input(job, to));
                runs.put(job, JobRun.start(job, own, around, books, savepoint, METRICS));
            }
            for (UpgradedJob job : UpgradedJob.values()) {
                JobRun run = runs.get(job);
                run.awaitRecords(input(job, to).size() - input(job, from).size());
                run.awaitRest();
                run.beginToStop();
            }
            for (UpgradedJob job : UpgradedJob.values()) {
                end.of(job, runs.get(job), streams.get(job));
            }
        } finally {
            for (Streams each : streams.values()) {
                each.close();
            }
        }
    }

    private static List<ArrivedRecord> input(UpgradedJob job, int commands) {
        return job == UpgradedJob.MATCHING ? log.commands().subList(0, commands) : log.delivered(commands);
    }
}
