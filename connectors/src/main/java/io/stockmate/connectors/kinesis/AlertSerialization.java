package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.core.message.Alert;
import org.apache.flink.api.common.serialization.SerializationSchema;

/** An alert as a record of the stream {@code alerts}. */
final class AlertSerialization implements SerializationSchema<Alert> {
    private static final long serialVersionUID = 1;

    private final AlertCodec codec = new AlertCodec();

    @Override
    public byte[] serialize(Alert alert) {
        return codec.encode(alert);
    }
}
