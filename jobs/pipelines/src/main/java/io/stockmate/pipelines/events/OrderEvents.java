package io.stockmate.pipelines.events;

import static io.stockmate.pipelines.runtime.EventSerializer.EVENT;

import io.stockmate.core.message.Event;
import io.stockmate.core.view.BrokenSequence;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.EventPosition;
import io.stockmate.core.view.MissingEvent;
import io.stockmate.pipelines.runtime.metrics.CheckpointAge;
import io.stockmate.pipelines.runtime.metrics.OrderingMetrics;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Hands on the events of each symbol once and in order: drops repeats, keeps what came early until its turn, and proves
 * by the chain that each continues those before it. Where every symbol stands lives on the heap, and a snapshot writes
 * what has moved since the last one; early events go to keyed state as they come. There are no timers: the ticks of a
 * symbol make a gap visible. Input has the arrival times of its records as timestamps.
 *
 * <p>When a symbol without state does not begin with its first event, or more of it waits than the limits allow, the
 * {@link EventHistory} is asked: the stream forgets, and what stood in it near its end in another order may be
 * forgotten in part. Where that does not help either, or an event is contradicted, the job ends for good with a {@link
 * SuppressRestartsException}: a restart would read the same again.
 *
 * <p>Events with seq 0 belong to no sequence and leave no state. They are handed on as they come, <em>repeats
 * included</em>: an operator behind this one that does more with them than its sink forgives tells them apart by their
 * execId, which is the same in every repeat.
 */
@SuppressWarnings("NullAway.Init") // initializeState() and open() set what the workers need
final class OrderEvents extends AbstractStreamOperator<Event> implements OneInputStreamOperator<Event, Event> {
    /** Part of every savepoint: never changed. */
    static final String EARLY_EVENTS = "early-events";

    private final EventPosition start;
    private final EarlyLimits limits;
    private final EventHistory history;

    private transient MapState<Long, Event> early;
    private transient Sequences sequences;
    private transient OrderingMetrics reported;
    private transient CheckpointAge checkpoints;

    /** @param start where every symbol begins without state */
    OrderEvents(EventPosition start, EarlyLimits limits, EventHistory history) {
        this.start = start;
        this.limits = limits;
        this.history = history;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        checkpoints = new CheckpointAge(context.getOperatorStateStore());
        early = context.getKeyedStateStore()
                .getMapState(new MapStateDescriptor<>(EARLY_EVENTS, LongSerializer.INSTANCE, EVENT.serializer()));
        sequences = new Sequences(
                start, limits, context.getKeyedStateStore().getState(Sequences.descriptor()), early::values);
    }

    @Override
    public void open() throws Exception {
        super.open();
        reported = new OrderingMetrics(getMetricGroup());
        checkpoints.report(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<Event> element) throws Exception {
        Event event = element.getValue();
        if (event.seq() == 0) {
            output.collect(element);
            return;
        }
        try {
            order(event, element.getTimestamp());
        } catch (MissingEvent missing) {
            throw new SuppressRestartsException(missing.notIn(history.place()));
        } catch (BrokenSequence | UnusableHistory broken) {
            throw new SuppressRestartsException(broken);
        }
    }

    private void order(Event event, long arrivedAt) throws Exception {
        ResidentSequence resident = sequences.of(event.symbol());
        if (resident.isNew() && event.seq() > 1) {
            lookBack(resident, event, arrivedAt);
        }
        if (take(resident, event, arrivedAt)) {
            reported.published(arrivedAt - event.cause().arrivedAt());
        }
        if (resident.sequence.isOverdue()) {
            lookBack(resident, early.get(resident.sequence.lastEarly()), arrivedAt);
            resident.sequence.requireWithinLimits();
        }
        sequences.waiting(resident);
        reported.heldBack(sequences.early());
    }

    /** Takes from the history what it has between the last event handed on and {@code met}. */
    private void lookBack(ResidentSequence resident, Event met, long arrivedAt) throws Exception {
        long from = resident.sequence.seq() + 1;
        history.before(met, earlier -> {
            if (earlier.seq() > resident.sequence.seq()) {
                take(resident, earlier, arrivedAt);
                reported.fromHistory();
            }
        });
        if (resident.sequence.seq() >= from) {
            LOG.warn(
                    "events of {}, seq {} to {}, had not all come before {}; {} gave them",
                    resident.symbol,
                    from,
                    resident.sequence.seq(),
                    met.header().execId(),
                    history.place());
        }
    }

    /** True where the event is new. */
    private boolean take(ResidentSequence resident, Event event, long arrivedAt) throws Exception {
        int before = resident.sequence.early();
        return switch (resident.sequence.arrive(event, arrivedAt)) {
            case NEXT -> {
                handOn(resident, event);
                handOnWhatIsDue(resident);
                yield true;
            }
            case EARLY -> {
                early.put(event.seq(), event);
                reported.early(before == 0);
                yield true;
            }
            case REPEAT -> {
                reported.repeat();
                yield false;
            }
        };
    }

    private void handOnWhatIsDue(ResidentSequence resident) throws Exception {
        for (long seq = resident.sequence.due(); seq > 0; seq = resident.sequence.due()) {
            Event due = early.get(seq);
            early.remove(seq);
            resident.sequence.advance(due);
            handOn(resident, due);
        }
    }

    private void handOn(ResidentSequence resident, Event event) {
        sequences.moved(resident);
        output.collect(new StreamRecord<>(event));
    }

    /** What is written to keyed state here belongs to the same checkpoint. */
    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        checkpoints.begun();
        sequences.writeChanges(this::setCurrentKey);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        checkpoints.completed();
    }
}
