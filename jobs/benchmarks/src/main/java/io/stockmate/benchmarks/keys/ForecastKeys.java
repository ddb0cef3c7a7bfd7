package io.stockmate.benchmarks.keys;

import io.stockmate.core.demand.Forecaster;
import io.stockmate.core.demand.ForecasterSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Gives each key's forecaster a value of every round, its state read from the backend and written back each time, and
 * asks for the demand of a lead time. Emits the bytes of state after the last round. For one job at a time.
 */
final class ForecastKeys extends KeyedProcessFunction<Long, Long, Integer> {
    private static final long serialVersionUID = 1;
    private static final int PROTECTED_DAYS = 8;

    /** Bytes of state of all keys after their last value. */
    static final AtomicLong STATE_BYTES = new AtomicLong();

    /** Bytes of the backend's files after the last value, tables in memory apart. */
    static final AtomicLong DISK_BYTES = new AtomicLong();

    private final long keys;
    private final long rounds;
    private final String directory;
    private transient ForecasterSettings settings = ForecasterSettings.seasons(7);
    private transient @Nullable ValueState<byte[]> states;

    /** @param directory where the backend keeps its files */
    ForecastKeys(long keys, long rounds, Path directory) {
        this.keys = keys;
        this.rounds = rounds;
        this.directory = directory.toString();
    }

    @Override
    public void open(OpenContext context) {
        settings = ForecasterSettings.seasons(7);
        states = getRuntimeContext()
                .getState(new ValueStateDescriptor<>(
                        "forecaster", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(Long number, Context context, Collector<Integer> out) throws Exception {
        if (states == null) {
            throw new IllegalStateException("a value came before the function was opened");
        }
        long round = number / keys;
        byte[] before = states.value();
        Forecaster forecaster = before == null ? Forecaster.of(settings) : Forecaster.read(settings, before);
        forecaster.observe(demand(number % keys, round));
        if (!Double.isFinite(forecaster.total(PROTECTED_DAYS).quantile(0.95))) {
            throw new IllegalStateException("the forecast of key " + number % keys + " is no number");
        }
        byte[] after = forecaster.write();
        states.update(after);
        if (round == rounds - 1) {
            STATE_BYTES.addAndGet(after.length);
        }
        if (number == keys * rounds - 1) {
            DISK_BYTES.set(bytes());
        }
    }

    private long bytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Intermittent: on two days of five something, by an integer hash of key and day. */
    static double demand(long key, long round) {
        long hash = (key * 0x9E3779B97F4A7C15L) ^ (round * 0xC2B2AE3D27D4EB4FL);
        hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
        hash ^= hash >>> 32;
        return Math.floorMod(hash, 5) < 2 ? 1 + Math.floorMod(hash >>> 8, 12) : 0;
    }
}
