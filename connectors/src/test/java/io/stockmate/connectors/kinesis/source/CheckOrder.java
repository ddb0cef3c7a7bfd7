package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** A slow operator behind the shuffle, whose state knows which record of a key has to come next. */
final class CheckOrder extends KeyedProcessFunction<String, ArrivedRecord, String> {
    private static final long serialVersionUID = 1;

    /** How many of a key's records have been seen, by key. */
    static final Map<String, Long> SEEN = new ConcurrentHashMap<>();

    static final List<String> VIOLATIONS = new CopyOnWriteArrayList<>();

    /** Records processed, repeats after failures included. */
    static final AtomicLong PROCESSED = new AtomicLong();

    /** Fails when so many have been processed, each once. */
    static final List<Long> FAILURES = new CopyOnWriteArrayList<>();

    private transient ValueState<Long> next;

    static void reset() {
        SEEN.clear();
        VIOLATIONS.clear();
        PROCESSED.set(0);
        FAILURES.clear();
    }

    static long seen() {
        return SEEN.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void open(OpenContext context) {
        next = getRuntimeContext().getState(new ValueStateDescriptor<>("next", Types.LONG));
    }

    @Override
    public void processElement(ArrivedRecord record, Context context, Collector<String> out) throws Exception {
        long processed = PROCESSED.incrementAndGet();
        if (FAILURES.removeIf(at -> at <= processed)) {
            throw new IllegalStateException("failure told to happen at record " + processed);
        }
        if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            LockSupport.parkNanos(20_000);
        }
        long expected = next.value() == null ? 0 : next.value();
        long number = Long.parseLong(new String(record.data(), StandardCharsets.UTF_8));
        if (number != expected || record.wrongShard()) {
            VIOLATIONS.add(
                    record.partitionKey() + ": " + number + " instead of " + expected + " from " + record.cause());
        }
        next.update(number + 1);
        SEEN.put(record.partitionKey(), number + 1);
    }
}
