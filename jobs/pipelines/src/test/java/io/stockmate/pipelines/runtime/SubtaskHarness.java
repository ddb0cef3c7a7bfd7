package io.stockmate.pipelines.runtime;

import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One subtask of an operator that is keyed by symbol. */
public abstract class SubtaskHarness<I, O> implements AutoCloseable {
    public static final int MAX_PARALLELISM = 128;

    private final AbstractStreamOperator<O> operator;
    private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
    private final MockEnvironment environment;
    private final KeyedOneInputStreamOperatorTestHarness<String, I, O> harness;

    /** Not open yet. */
    protected <T extends AbstractStreamOperator<O> & OneInputStreamOperator<I, O>> SubtaskHarness(
            T operator,
            KeySelector<I, String> symbol,
            TypeInformation<O> output,
            Backend backend,
            int parallelism,
            int subtask)
            throws Exception {
        this.operator = operator;
        this.environment = new MockEnvironmentBuilder()
                .setMaxParallelism(MAX_PARALLELISM)
                .setParallelism(parallelism)
                .setSubtaskIndex(subtask)
                .setMetricGroup(new OneOperator(metrics))
                .build();
        this.harness = new KeyedOneInputStreamOperatorTestHarness<>(operator, symbol, Types.STRING, environment);
        harness.setStateBackend(backend.create());
        harness.setup(output.createSerializer(new SerializerConfigImpl()));
    }

    /** Begins without state. */
    protected final void open() throws Exception {
        harness.open();
    }

    /** Begins from the state of the same subtask. */
    protected final void restore(OperatorSubtaskState state) throws Exception {
        harness.initializeState(state);
        harness.open();
    }

    /** Begins as one of {@code to} subtasks, from the state of {@code from} together. */
    protected final void rescale(OperatorSubtaskState state, int from, int to, int subtask) throws Exception {
        restore(AbstractStreamOperatorTestHarness.repartitionOperatorState(state, MAX_PARALLELISM, from, to, subtask));
    }

    public final void process(I input) throws Exception {
        process(input, 0);
    }

    public final void process(I input, long arrivedAt) throws Exception {
        harness.processElement(new StreamRecord<>(input, arrivedAt));
    }

    public final void process(Iterable<I> inputs) throws Exception {
        for (I input : inputs) {
            process(input);
        }
    }

    public final OperatorSubtaskState snapshot(long checkpoint) throws Exception {
        return harness.snapshot(checkpoint, checkpoint);
    }

    /** Tells the operator that a checkpoint is complete. */
    public final void complete(long checkpoint) throws Exception {
        harness.notifyOfCompletedCheckpoint(checkpoint);
    }

    /** What the operator reports under a name without labels. */
    public final Metric metric(String name) {
        return metrics.get(name);
    }

    public final List<O> output() {
        return harness.extractOutputValues();
    }

    protected final <T> List<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> output = harness.getSideOutput(tag);
        return output == null
                ? List.of()
                : output.stream().map(StreamRecord::getValue).toList();
    }

    /** Keys with any state; for state on the heap. */
    public final int keysWithState() {
        return harness.numKeyedStateEntries();
    }

    /** Keys with a state of this name. */
    protected final long keys(String state) {
        return operator.<String>getKeyedStateBackend()
                .getKeys(state, VoidNamespace.INSTANCE)
                .count();
    }

    public final int timers() {
        return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
    }

    @Override
    public final void close() throws Exception {
        try (environment) {
            harness.close();
        }
    }

    /** The metrics of a task, which has one operator. */
    private static final class OneOperator extends UnregisteredMetricGroups.UnregisteredTaskMetricGroup {
        private final InternalOperatorMetricGroup metrics;

        OneOperator(InternalOperatorMetricGroup metrics) {
            this.metrics = metrics;
        }

        @Override
        public InternalOperatorMetricGroup getOrAddOperator(OperatorID id, String name) {
            return metrics;
        }
    }
}
