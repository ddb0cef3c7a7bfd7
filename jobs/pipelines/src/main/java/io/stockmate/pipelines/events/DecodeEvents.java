package io.stockmate.pipelines.events;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.connectors.wire.UnreadableEvent;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.metrics.DecodingMetrics;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Bytes to events. What is none goes to {@link OrderedEvents#UNREADABLE}; no record makes it fail. */
@SuppressWarnings("NullAway.Init") // open() sets what the workers need
final class DecodeEvents extends ProcessFunction<ArrivedRecord, Event> {
    private transient EventCodec codec;
    private transient DecodingMetrics metrics;

    @Override
    public void open(OpenContext context) {
        codec = new EventCodec();
        metrics = new DecodingMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(ArrivedRecord record, Context context, Collector<Event> out) {
        metrics.record();
        Event event;
        try {
            event = codec.decode(record.data());
        } catch (UnreadableEvent unreadable) {
            DeadLetter letter = codec.deadLetter(record, unreadable);
            metrics.deadLetter(letter.reason());
            context.output(OrderedEvents.UNREADABLE, new LakeRow.OfDeadLetter(letter));
            return;
        }
        out.collect(event);
    }
}
