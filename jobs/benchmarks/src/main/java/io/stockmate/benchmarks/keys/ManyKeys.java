package io.stockmate.benchmarks.keys;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import java.io.IOException;
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
 * Forecasters of many keys in RocksDB, under the settings of the platform's jobs, in a process of its own so that the
 * memory of the process is the bench's. Prints how far it is, and last one line of key=value.
 */
public final class ManyKeys {
    private static final String HERE = "127.0.0.1";
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(256);
    private static final Path STATUS = Path.of("/proc/self/status");

    private ManyKeys() {}

    /** Arguments: keys, values per key, an empty directory for state and checkpoints. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(run(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2])));
    }

    static String run(long keys, int days, Path directory) throws Exception {
        long visits = keys * (1 + ForecastKeys.SINGLE_DAYS);
        ForecastKeys.STATE_BYTES.set(0);
        ForecastKeys.STATE_BYTES_MAX.set(0);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration(directory));
        JobSetup.apply(JobSettings.of(PropertyGroup.of("bench", Map.of())), environment);
        environment.configure(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
        environment.setParallelism(1);
        environment
                .fromSequence(0, visits - 1)
                .uid("number")
                .keyBy(number -> number % keys, Types.LONG)
                .process(new ForecastKeys(keys, days, directory.resolve("state")))
                .returns(Types.INT)
                .uid("forecast")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        long start = System.nanoTime();
        environment.execute("forecast of " + keys + " keys");
        double seconds = (System.nanoTime() - start) / 1e9;
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "keys=%d values_per_key=%d visits=%d seconds=%.1f visits_per_s=%.0f state_bytes_mean=%.1f state_bytes_max=%d"
                        + " disk_bytes=%d",
                keys,
                days,
                visits,
                seconds,
                visits / seconds,
                (double) ForecastKeys.STATE_BYTES.get() / keys,
                ForecastKeys.STATE_BYTES_MAX.get(),
                ForecastKeys.DISK_BYTES.get()));
        if (Files.isReadable(STATUS)) {
            line.append(" memory_bytes_max=").append(memoryMax());
        }
        return line.toString();
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
