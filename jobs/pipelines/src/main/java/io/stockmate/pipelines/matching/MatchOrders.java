package io.stockmate.pipelines.matching;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.pipelines.runtime.metrics.CheckpointAge;
import io.stockmate.pipelines.runtime.metrics.MatchingMetrics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Applies each command to the market of its symbol and sends on what happened, in order. Markets live on the heap; the
 * keyed state holds them as of the last snapshot, in pieces, and a snapshot writes only the pieces that changed since.
 * A command for an unknown symbol is answered and leaves nothing behind. There are no timers: book time comes with the
 * records. Every command also goes to {@link LakeRows#COMMAND_LOG}.
 */
@SuppressWarnings("NullAway.Init") // open() and initializeState() set what the workers need
final class MatchOrders extends AbstractStreamOperator<Event> implements OneInputStreamOperator<Inbound, Event> {
    private final MarketRules rules;

    private transient Markets markets;
    private transient MatchingMetrics reported;
    private transient CheckpointAge checkpoints;
    private transient List<Event> events;
    private transient StreamRecord<Event> sent;

    MatchOrders(MarketRules rules) {
        this.rules = rules;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        checkpoints = new CheckpointAge(context.getOperatorStateStore());
        markets = new Markets(rules, KeyedPieces.of(context.getKeyedStateStore()), this::setCurrentKey);
    }

    /** Keyed state is seldom touched, and its key is set when it is: no command has to pay for it. */
    @Override
    public boolean hasKeyContext1() {
        return false;
    }

    @Override
    public void open() throws Exception {
        super.open();
        events = new ArrayList<>();
        sent = new StreamRecord<>(null);
        reported = new MatchingMetrics(getMetricGroup());
        checkpoints.report(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<Inbound> element) throws Exception {
        reported.begin();
        Inbound inbound = element.getValue();
        ArrivedRecord record = inbound.record();
        ResidentMarket resident = markets.of(inbound.symbol());
        Market market = resident.market;
        market.apply(inbound.command(), record.cause(), events::add);
        markets.applied(resident);
        reported.markets(markets.size(), markets.restingOrders());
        reported.end(inbound.command());

        output.collect(LakeRows.COMMAND_LOG, new StreamRecord<>(CommandLog.row(record, inbound.symbol(), market)));
        sendEvents();
    }

    private void sendEvents() {
        for (Event event : events) {
            reported.event(event);
            output.collect(sent.replace(event));
        }
        events.clear();
    }

    /** What is written to keyed state here belongs to the same checkpoint. */
    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        checkpoints.begun();
        markets.writeChanges();
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        checkpoints.completed();
    }
}
