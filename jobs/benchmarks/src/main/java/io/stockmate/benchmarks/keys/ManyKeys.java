package io.stockmate.benchmarks.keys;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.contrib.streaming.state.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The demand job's own state of many keys in RocksDB, under the settings of the platform's jobs, in a process of its
 * own so that the memory of the process is the bench's. Prints how far it is, and last one line of key=value.
 */
public final class ManyKeys {
    private static final int PARALLELISM = 2;
    private static final String HERE = "127.0.0.1";
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(256);
    private static final Path STATUS = Path.of("/proc/self/status");

    private ManyKeys() {}

    /** Arguments: keys, values per key, an empty directory for state and checkpoints. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(run(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2])));
    }

    static String run(long keys, int days, Path directory) throws Exception {
        long visits = keys * (1 + PlanKeys.SINGLE_DAYS);
        KeyFigures figures = new KeyFigures(visits);
        PlanKeys.figures = figures;
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration(directory));
        JobSetup.apply(JobSettings.of(PropertyGroup.of("bench", Map.of())), environment);
        environment.configure(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
        environment.setParallelism(PARALLELISM);
        environment
                .fromSequence(0, visits - 1)
                .setParallelism(1)
                .uid("number")
                .keyBy(number -> "SKU-" + number % keys, Types.STRING)
                .transform("Plan demand", Types.INT, new PlanKeys(keys, days, directory.resolve("state")))
                .uid("plan")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        long start = System.nanoTime();
        long cpu = cpuNs();
        environment.execute("demand of " + keys + " keys");
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpuNs() - cpu) / 1e9;
        String line = String.format(
                Locale.ROOT,
                "keys=%d values_per_key=%d visits=%d seconds=%.1f cpu_seconds=%.1f values_per_cpu_s=%.0f forecasts=%d"
                        + " %s disk_bytes=%d heap_bytes_max=%d",
                keys,
                days,
                visits,
                seconds,
                cpuSeconds,
                figures.values.get() / cpuSeconds,
                figures.forecasts.get(),
                figures.state(keys),
                figures.diskBytes.get(),
                heapMax());
        long over = figures.keysOver();
        return line + (Files.isReadable(STATUS) ? KeyLimits.judged(over, memoryMax()) : KeyLimits.notJudged(over));
    }

    /** Of the whole process, threads that ended and those of the backend included. */
    private static long cpuNs() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static long heapMax() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static Configuration configuration(Path directory) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_ADDRESS, HERE);
        configuration.set(JobManagerOptions.BIND_HOST, HERE);
        configuration.set(TaskManagerOptions.BIND_HOST, HERE);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        configuration.set(
                RocksDBOptions.LOCAL_DIRECTORIES, directory.resolve("state").toString());
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
        return configuration;
    }

    /** The most memory that the process has had resident, as Linux counts it. */
    private static long memoryMax() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow(() -> new IOException(STATUS + " has no VmHWM"));
    }
}
