package io.stockmate.benchmarks.matching;

import io.stockmate.core.message.Event;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.functions.sink.RichSinkFunction;

/**
 * Gives the events to the present run's reader, and notes the task threads' CPU time from the first event to the
 * last and the checkpoints that completed meanwhile.
 */
@SuppressWarnings("NullAway.Init") // open() sets what the workers need
final class ReadReports extends RichSinkFunction<Event> implements CheckpointListener {
    private static final long serialVersionUID = 1;

    private transient MatchingRun run;
    private transient Consumer<Event> reader;
    private transient long last;
    private transient long beginCpuNs;

    @Override
    public void open(Configuration parameters) {
        run = MatchingRun.present();
        reader = run.reader;
        last = run.commands.last();
    }

    @Override
    public void invoke(Event event, Context context) {
        reader.accept(event);
        long commandSeq = event.header().commandSeq();
        if (commandSeq == 1) {
            beginCpuNs = TaskThreads.cpuNs();
        } else if (commandSeq == last) {
            run.cpuNs = TaskThreads.cpuNs() - beginCpuNs;
            run.counted.countDown();
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        if (run.counted.getCount() > 0) {
            run.checkpoints.incrementAndGet();
        }
    }
}
