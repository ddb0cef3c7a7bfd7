package io.stockmate.benchmarks.recovery;

import io.stockmate.pipelines.matching.Inbound;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.source.SourceFunction;

/** Sends commands up to {@link RecoveryRun#LIMIT}, and waits there; after a restore it goes on where it was. */
@SuppressWarnings("NullAway.Init") // initializeState() sets what the workers need
final class SendUpToLimit implements SourceFunction<Inbound>, CheckpointedFunction {
    private static final long serialVersionUID = 1;

    private final BusyBooks books;
    private transient ListState<Long> position;
    private long next;
    private volatile boolean cancelled;

    SendUpToLimit(BusyBooks books) {
        this.books = books;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        position = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("position", Types.LONG));
        for (long restored : position.get()) {
            next = restored;
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        position.clear();
        position.add(next);
    }

    @Override
    @SuppressWarnings("BusyWait") // the limit is moved from outside a few dozen times
    public void run(SourceContext<Inbound> out) throws InterruptedException {
        while (!cancelled) {
            if (next < RecoveryRun.LIMIT.get()) {
                synchronized (out.getCheckpointLock()) {
                    out.collect(books.command(next));
                    next++;
                }
            } else {
                Thread.sleep(1);
            }
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
