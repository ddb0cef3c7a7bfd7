package io.stockmate.benchmarks.keys;

import io.stockmate.core.demand.Forecaster;
import io.stockmate.core.demand.ForecasterSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
 * Forecasters that are read from the backend and written back with each visit. On its first a key gets the values of all
 * days but the last {@link #SINGLE_DAYS}, as from a history, and these one by one, each with the demand of a lead time
 * asked for. Tells after each round, all keys being in one, what state takes. For one job at a time.
 */
final class ForecastKeys extends KeyedProcessFunction<Long, Long, Integer> {
    private static final long serialVersionUID = 1;
    private static final int PROTECTED_DAYS = 8;

    /** How many values each key gets one by one, each in a round of its own. */
    static final int SINGLE_DAYS = 2;

    /** Of every so many keys one is looked at after each of its values. */
    private static final int LOOKED_AT = 1_000;

    /** Bytes of state of all keys after their last value. */
    static final AtomicLong STATE_BYTES = new AtomicLong();

    /** The most that any of the keys looked at has taken after any value. */
    static final AtomicLong STATE_BYTES_MAX = new AtomicLong();

    /** Bytes of the backend's files after the last value, tables in memory apart. */
    static final AtomicLong DISK_BYTES = new AtomicLong();

    private final long keys;
    private final int days;
    private final String directory;
    private long bytesOfRound;
    private transient ForecasterSettings settings = ForecasterSettings.seasons(7);
    private transient @Nullable ValueState<byte[]> states;

    /** @param directory where the backend keeps its files */
    ForecastKeys(long keys, int days, Path directory) {
        this.keys = keys;
        this.days = days;
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
        long key = number % keys;
        int round = (int) (number / keys);
        int day = round == 0 ? 0 : days - SINGLE_DAYS + round - 1;
        int end = days - SINGLE_DAYS + round;
        byte[] before = states.value();
        Forecaster forecaster = before == null ? Forecaster.of(settings) : Forecaster.read(settings, before);
        for (; day < end; day++) {
            forecaster.observe(demand(key, day));
            if (key % LOOKED_AT == 0) {
                STATE_BYTES_MAX.accumulateAndGet(forecaster.write().length, Math::max);
            }
        }
        if (!Double.isFinite(forecaster.total(PROTECTED_DAYS).quantile(0.95))) {
            throw new IllegalStateException("the forecast of key " + key + " is no number");
        }
        byte[] after = forecaster.write();
        states.update(after);
        bytesOfRound += after.length;
        if (key == keys - 1) {
            close(end);
            DISK_BYTES.set(bytes());
        }
    }

    private void close(int end) {
        System.out.printf(
                Locale.ROOT, "day %d of %d: %.1f bytes of state per key%n", end, days, (double) bytesOfRound / keys);
        STATE_BYTES.set(bytesOfRound);
        bytesOfRound = 0;
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
