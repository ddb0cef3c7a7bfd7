package io.stockmate.connectors.firehose;

import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import java.util.Arrays;
import org.apache.flink.api.common.serialization.SerializationSchema;

/** An event as one line: Firehose joins records as they are. */
final class StatusLine implements SerializationSchema<Event> {
    private static final long serialVersionUID = 1;

    private final EventCodec codec = new EventCodec();

    @Override
    public byte[] serialize(Event event) {
        byte[] json = codec.encode(event);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
