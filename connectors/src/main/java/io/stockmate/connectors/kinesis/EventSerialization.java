package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import org.apache.flink.api.common.serialization.SerializationSchema;

/** An event as a record of the stream {@code events}. */
final class EventSerialization implements SerializationSchema<Event> {
    private static final long serialVersionUID = 1;

    private final EventCodec codec = new EventCodec();

    @Override
    public byte[] serialize(Event event) {
        return codec.encode(event);
    }
}
