package io.stockmate.pipelines.events;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.connectors.wire.UnreadableEvent;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.metrics.DecodingMetrics;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Bytes to events, each with the arrival time of its record as its timestamp. What is none goes to {@link
 * OrderedEvents#UNREADABLE}; no record makes it fail.
 */
@SuppressWarnings("NullAway.Init") // open() sets what the workers need
final class DecodeEvents extends AbstractStreamOperator<Event> implements OneInputStreamOperator<ArrivedRecord, Event> {
    private static final long serialVersionUID = 1;

    private transient EventCodec codec;
    private transient DecodingMetrics metrics;

    @Override
    public void open() throws Exception {
        super.open();
        codec = new EventCodec();
        metrics = new DecodingMetrics(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<ArrivedRecord> element) {
        ArrivedRecord record = element.getValue();
        long arrivedAt = record.cause().arrivedAt();
        metrics.record();
        Event event;
        try {
            event = codec.decode(record.data());
        } catch (UnreadableEvent unreadable) {
            DeadLetter letter = codec.deadLetter(record, unreadable);
            metrics.deadLetter(letter.reason());
            output.collect(OrderedEvents.UNREADABLE, new StreamRecord<>(new LakeRow.OfDeadLetter(letter), arrivedAt));
            return;
        }
        output.collect(new StreamRecord<>(event, arrivedAt));
    }
}
