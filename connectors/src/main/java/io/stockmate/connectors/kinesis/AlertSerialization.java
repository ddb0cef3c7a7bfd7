package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.core.message.Notice;
import org.apache.flink.api.common.serialization.SerializationSchema;

/** A notice as a record of the stream {@code alerts}. */
final class AlertSerialization<T extends Notice> implements SerializationSchema<T> {
    private static final long serialVersionUID = 1;

    private final AlertCodec codec = new AlertCodec();

    @Override
    public byte[] serialize(T notice) {
        return codec.encode(notice);
    }
}
