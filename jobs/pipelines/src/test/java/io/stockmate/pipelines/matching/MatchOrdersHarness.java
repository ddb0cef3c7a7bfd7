package io.stockmate.pipelines.matching;

import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.EventSerializer;
import io.stockmate.pipelines.runtime.SubtaskHarness;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** One subtask of {@link MatchOrders}. */
final class MatchOrdersHarness extends SubtaskHarness<Inbound, Event> {
    private MatchOrdersHarness(MarketRules rules, Backend backend, int parallelism, int subtask) throws Exception {
        super(new MatchOrders(rules), Inbound::symbol, EventSerializer.EVENT, backend, parallelism, subtask);
    }

    static MatchOrdersHarness start(Backend backend) throws Exception {
        MatchOrdersHarness started = new MatchOrdersHarness(Commands.RULES, backend, 1, 0);
        started.open();
        return started;
    }

    static MatchOrdersHarness restore(Backend backend, OperatorSubtaskState state) throws Exception {
        return restore(Commands.RULES, backend, state);
    }

    static MatchOrdersHarness restore(MarketRules rules, Backend backend, OperatorSubtaskState state) throws Exception {
        MatchOrdersHarness restored = new MatchOrdersHarness(rules, backend, 1, 0);
        restored.restore(state);
        return restored;
    }

    /** One of two subtasks, from the state of one. */
    static MatchOrdersHarness rescale(Backend backend, OperatorSubtaskState state, int subtask) throws Exception {
        MatchOrdersHarness rescaled = new MatchOrdersHarness(Commands.RULES, backend, 2, subtask);
        rescaled.rescale(state, 1, 2, subtask);
        return rescaled;
    }

    List<LakeRow> commandLog() {
        return side(LakeRows.COMMAND_LOG);
    }

    /** Symbols with a market in keyed state. */
    long storedMarkets() {
        return keys(KeyedPieces.STATE_NAME);
    }
}
