package io.stockmate.benchmarks.recovery;

import io.stockmate.core.message.Event;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.functions.sink.RichSinkFunction;

/** Tells {@link RecoveryRun} of every event. */
@SuppressWarnings("NullAway.Init") // open() sets what the workers need
final class NoteChains extends RichSinkFunction<Event> {
    private static final long serialVersionUID = 1;

    private transient Map<String, Long> lastCommands;

    @Override
    public void open(Configuration parameters) {
        lastCommands = new HashMap<>();
    }

    @Override
    public void invoke(Event event, Context context) {
        Long last = lastCommands.put(event.symbol(), event.header().commandSeq());
        RecoveryRun.event(
                event.symbol(),
                event.chain(),
                last == null || last != event.header().commandSeq());
    }
}
