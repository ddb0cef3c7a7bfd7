package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LakeSinkTest {
    private static final long ROWS = 6_000;
    private static final int PARALLELISM = 2;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(PARALLELISM)
            .build());

    @TempDir
    Path root;

    @Test
    void everyRowIsThereExactlyOnceAfterAFailure() throws Exception {
        JobClient job = start();
        List<Long> seen = countsWhileRunning(job);
        job.getJobExecutionResult().get();

        assertThat(FailOnce.FAILED).isTrue();
        assertThat(seen)
                .as("rows seen while the job ran")
                .isSorted()
                .anyMatch(count -> count > 0 && count < ROWS / LakeTable.values().length);
        assertThat(committedFiles())
                .allMatch(file -> file.matches("[a-z_]+/dt=2026-03-0[4-6]/part-[0-9a-f-]+-\\d+\\.parquet"));
        for (LakeTable table : LakeTable.values()) {
            assertThat(found(table)).as(table.tableName()).isEqualTo(expected(table));
        }
    }

    private JobClient start() throws Exception {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(150));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(PARALLELISM);
        env.fromSequence(0, ROWS - 1)
                .uid("numbers")
                .map(new FailOnce())
                .returns(new ChainedRows())
                .uid("rows")
                .sinkTo(LakeSink.create(
                        new org.apache.flink.core.fs.Path(root.resolve("lake").toUri())))
                .uid("lake");
        return env.executeAsync();
    }

    /** Reads again and again, each time with a fresh look at the files. */
    private List<Long> countsWhileRunning(JobClient job) throws Exception {
        Files.createDirectories(root.resolve("lake"));
        Stream.Builder<Long> counts = Stream.builder();
        while (!job.getJobStatus().get().isGloballyTerminalState()) {
            try (LakeQueries lake = LakeQueries.open(root.resolve("lake"))) {
                counts.add((Long)
                        lake.ask("SELECT count(*) FROM trade").rows().get(0).get(0));
            }
            Thread.sleep(50);
        }
        return counts.build().toList();
    }

    private List<String> committedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("lake"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.resolve("lake").relativize(file).toString())
                    .filter(file -> !file.contains("/."))
                    .toList();
        }
    }

    private List<String> found(LakeTable table) {
        try (LakeQueries lake = LakeQueries.open(root.resolve("lake"))) {
            return lake.ask("SELECT * FROM " + table.tableName()).rows().stream()
                    .map(LakeSinkTest::line)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> expected(LakeTable table) {
        return LongStream.range(0, ROWS)
                .mapToObj(NumberedRows::row)
                .filter(row -> row.table() == table)
                .map(RowValues::of)
                .map(LakeSinkTest::line)
                .sorted()
                .toList();
    }

    private static String line(List<@Nullable Object> row) {
        return Arrays.deepToString(row.toArray());
    }

    /** Makes rows of numbers, at a pace that leaves time for checkpoints, and fails once after three of them, however
     * long these take. */
    private static final class FailOnce extends RichMapFunction<Long, LakeRow> implements CheckpointListener {
        static final AtomicBoolean FAILED = new AtomicBoolean();
        static final AtomicInteger CHECKPOINTS = new AtomicInteger();

        @Override
        public LakeRow map(Long number) throws InterruptedException {
            boolean waitsForFailure = number > ROWS / 2 && !FAILED.get();
            if (waitsForFailure || number % 10 == 0) {
                Thread.sleep(waitsForFailure ? 5 : 1);
            }
            if (CHECKPOINTS.get() >= 3 * PARALLELISM && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("a failure on purpose");
            }
            return NumberedRows.row(number);
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            CHECKPOINTS.incrementAndGet();
        }
    }
}
