package io.stockmate.connectors.firehose;

import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import org.apache.flink.api.common.serialization.SerializationSchema;

/** An event as one line. */
final class StatusLine implements SerializationSchema<Event> {
    private static final long serialVersionUID = 1;

    private final EventCodec codec = new EventCodec();

    @Override
    public byte[] serialize(Event event) {
        return Delivery.line(codec.encode(event));
    }
}
