package io.stockmate.pipelines.matching;

import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.EventSerializer;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One subtask of {@link MatchOrders}. */
final class MatchOrdersHarness implements AutoCloseable {
    private static final int MAX_PARALLELISM = 128;

    private final MatchOrders operator;
    private final KeyedOneInputStreamOperatorTestHarness<String, Inbound, Event> harness;

    private MatchOrdersHarness(MarketRules rules, Backend backend, int parallelism, int subtask) throws Exception {
        operator = new MatchOrders(rules);
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                operator, Inbound::symbol, Types.STRING, MAX_PARALLELISM, parallelism, subtask);
        harness.setStateBackend(backend.create());
        harness.setup(EventSerializer.EVENT.createSerializer(new SerializerConfigImpl()));
    }

    static MatchOrdersHarness start(Backend backend) throws Exception {
        MatchOrdersHarness started = new MatchOrdersHarness(Commands.RULES, backend, 1, 0);
        started.harness.open();
        return started;
    }

    static MatchOrdersHarness restore(Backend backend, OperatorSubtaskState state) throws Exception {
        return restore(Commands.RULES, backend, state);
    }

    static MatchOrdersHarness restore(MarketRules rules, Backend backend, OperatorSubtaskState state) throws Exception {
        MatchOrdersHarness restored = new MatchOrdersHarness(rules, backend, 1, 0);
        restored.harness.initializeState(state);
        restored.harness.open();
        return restored;
    }

    /** One of two subtasks, from the state of one. */
    static MatchOrdersHarness rescale(Backend backend, OperatorSubtaskState state, int subtask) throws Exception {
        MatchOrdersHarness rescaled = new MatchOrdersHarness(Commands.RULES, backend, 2, subtask);
        rescaled.harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(state, MAX_PARALLELISM, 1, 2, subtask));
        rescaled.harness.open();
        return rescaled;
    }

    void process(Iterable<Inbound> session) throws Exception {
        for (Inbound inbound : session) {
            harness.processElement(new StreamRecord<>(inbound));
        }
    }

    OperatorSubtaskState snapshot(long checkpoint) throws Exception {
        return harness.snapshot(checkpoint, checkpoint);
    }

    List<Event> events() {
        return harness.extractOutputValues();
    }

    List<LakeRow> commandLog() {
        return harness.getSideOutput(LakeRows.COMMAND_LOG).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    /** Symbols with keyed state. */
    long keysWithState() {
        return operator.<String>getKeyedStateBackend()
                .getKeys(KeyedPieces.STATE_NAME, VoidNamespace.INSTANCE)
                .count();
    }

    int timers() {
        return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
