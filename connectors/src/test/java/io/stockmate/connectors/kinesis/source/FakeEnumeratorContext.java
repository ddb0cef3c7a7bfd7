package io.stockmate.connectors.kinesis.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Notes what an enumerator does. Asynchronous calls run when the test says so. */
final class FakeEnumeratorContext implements SplitEnumeratorContext<ShardSplit> {
    /** {@code READER: SPLIT}, in the order of assignment. */
    final List<String> assigned = new ArrayList<>();

    final List<ShardSplit> splits = new ArrayList<>();

    /** {@code READER: EVENT}. */
    final List<String> sent = new ArrayList<>();

    final Map<Integer, ReaderInfo> readers = new TreeMap<>();
    final List<Runnable> calls = new ArrayList<>();
    Runnable periodic = () -> {};
    private final int parallelism;

    FakeEnumeratorContext(int parallelism) {
        this.parallelism = parallelism;
    }

    void register(int reader) {
        readers.put(reader, new ReaderInfo(reader, "here"));
    }

    void runCalls() {
        List<Runnable> due = List.copyOf(calls);
        calls.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public SplitEnumeratorMetricGroup metricGroup() {
        return UnregisteredMetricsGroup.createSplitEnumeratorMetricGroup();
    }

    @Override
    public void sendEventToSourceReader(int reader, SourceEvent event) {
        sent.add(reader + ": " + ((FinishAcknowledged) event).shardIds());
    }

    @Override
    public int currentParallelism() {
        return parallelism;
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
        return readers;
    }

    @Override
    public void assignSplits(SplitsAssignment<ShardSplit> assignment) {
        assignment
                .assignment()
                .forEach((reader, given) -> given.forEach(split -> {
                    assigned.add(reader + ": " + split.shardId());
                    splits.add(split);
                }));
    }

    @Override
    public void signalNoMoreSplits(int reader) {
        throw new AssertionError("a stream has no end");
    }

    @Override
    public <T> void callAsync(Callable<T> call, BiConsumer<T, Throwable> handler) {
        calls.add(() -> run(call, handler));
    }

    @Override
    public <T> void callAsync(Callable<T> call, BiConsumer<T, Throwable> handler, long delay, long period) {
        periodic = () -> run(call, handler);
    }

    private static <T> void run(Callable<T> call, BiConsumer<T, Throwable> handler) {
        T result;
        try {
            result = call.call();
        } catch (Exception failure) {
            handler.accept(null, failure);
            return;
        }
        handler.accept(result, null);
    }

    @Override
    public void runInCoordinatorThread(Runnable action) {
        action.run();
    }
}
