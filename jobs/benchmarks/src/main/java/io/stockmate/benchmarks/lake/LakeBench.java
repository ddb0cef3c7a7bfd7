package io.stockmate.benchmarks.lake;

import static io.stockmate.pipelines.runtime.LakeRowSerializer.LAKE_ROW;

import io.stockmate.benchmarks.LoopbackCluster;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.lake.LakeLists;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeSink;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LakeWriter;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Measures how the lake is written, into a directory of its own. */
public final class LakeBench {
    private static final int CHUNK = 100_000;

    private final Path directory;

    /** @param directory an empty one */
    public LakeBench(Path directory) {
        this.directory = directory;
    }

    /**
     * What trades take.
     *
     * @param bytesPerRow of the file, footer and statistics included
     * @param nanosPerRow CPU time of the writing thread
     */
    public record Trades(long rows, double bytesPerRow, double nanosPerRow) {}

    /**
     * How long a job that hands over rows was held up.
     *
     * @param stallMillisMax the longest time that the operator could not go on
     * @param stallCpuMillisMax the most CPU time that the sink's thread took while it could not
     * @param bytesPerTrade of the trades among the rows, in the files of the job
     * @param freshnessMillis within which 99 of 100 rows could be read after their event time, by who follows the lists
     */
    public record Stall(
            long rows,
            double rowsPerSecond,
            int checkpoints,
            double stallMillisMax,
            double stallCpuMillisMax,
            double bytesPerTrade,
            long freshnessMillis) {}

    /** Writes trades in the order in which they happen into one file. */
    public Trades trades(long rows) throws IOException {
        Path lake = directory.resolve("trades-" + rows);
        MarketRows market = new MarketRows();
        long nanos = 0;
        try (LakeWriter writer = LakeWriter.create(lake)) {
            for (long left = rows; left > 0; left -= CHUNK) {
                List<LakeRow> trades = Stream.generate(market::nextTrade)
                        .limit(Math.min(CHUNK, left))
                        .toList();
                long before = cpuNanos();
                for (LakeRow trade : trades) {
                    writer.put(trade);
                }
                nanos += cpuNanos() - before;
            }
        }
        return new Trades(rows, (double) bytes(lake) / rows, (double) nanos / rows);
    }

    /** Writes trades over a day and a half with a checkpoint a minute, and merges as they come. */
    public MergedDays days(long rows) throws IOException {
        return new DaysBench(directory.resolve("days-" + rows)).run(rows);
    }

    /**
     * Writes all tables at a pace, in a job with checkpoints on RocksDB whose sink is a task of its own, as in
     * matching.
     */
    public Stall stall(long rowsPerSecond, Duration duration, Duration checkpoints) throws Exception {
        Configuration configuration = LoopbackCluster.configuration();
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        JobSetup.apply(JobSettings.of(PropertyGroup.of("bench", Map.of())), environment);
        environment.configure(new Configuration()
                .set(RestartStrategyOptions.RESTART_STRATEGY, "none")
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints));
        environment.setParallelism(1);
        long rows = rowsPerSecond * duration.toSeconds();
        Path lake = directory.resolve("lake");
        environment
                .fromSequence(1, rows)
                .uid("number")
                .flatMap(new PacedRows(rowsPerSecond))
                .returns(LAKE_ROW)
                .disableChaining()
                .uid("rows")
                .sinkTo(LakeSink.create(new org.apache.flink.core.fs.Path(lake.toUri())))
                .uid("lake");
        Freshness freshness = new Freshness(lake);
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> looks = looking.scheduleWithFixedDelay(
                () -> look(freshness), 0, LakeLists.INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        long start = System.nanoTime();
        environment.execute("rows for the lake");
        double seconds = (System.nanoTime() - start) / 1e9;
        if (looks.isDone()) {
            looks.get();
        }
        looking.shutdown();
        look(freshness);
        return new Stall(
                rows,
                rows / seconds,
                PacedRows.CHECKPOINTS.get(),
                PacedRows.STALL_NANOS_MAX.get() / 1e6,
                PacedRows.STALL_CPU_NANOS_MAX.get() / 1e6,
                (double) bytes(lake.resolve(LakeTable.TRADE.tableName())) / tradesAmong(rows),
                freshness.millis(
                        MarketRows.OPENS_AT,
                        PacedRows.OPENED_MS.get(),
                        TimeUnit.SECONDS.toMillis(PacedRows.WARM_UP_SECONDS)));
    }

    private static void look(Freshness freshness) {
        try {
            freshness.look(System.currentTimeMillis());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long tradesAmong(long rows) {
        return Stream.generate(new MarketRows()::next)
                .limit(rows)
                .filter(row -> row.table() == LakeTable.TRADE)
                .count();
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long bytes(Path lake) throws IOException {
        try (Stream<Path> files = Files.walk(lake)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
