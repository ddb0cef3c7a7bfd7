package io.stockmate.pipelines.runtime;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An alert in core's binary form. */
public final class AlertSerializer extends MessageSerializer<Alert> {
    /** How alerts travel between operators. */
    public static final MessageType<Alert> ALERT = new MessageType<>(Alert.class, new AlertSerializer());

    private AlertSerializer() {}

    @Override
    protected int format() {
        return 1;
    }

    @Override
    public void serialize(Alert alert, DataOutputView out) throws IOException {
        BinarySink.write(alert, out);
    }

    @Override
    public Alert deserialize(DataInputView in) throws IOException {
        return BinarySource.read(Alert::read, in);
    }

    @Override
    public TypeSerializerSnapshot<Alert> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Which format wrote the alerts. */
    public static final class Snapshot extends MessageSerializerSnapshot<Alert> {
        public Snapshot() {
            super(new AlertSerializer());
        }
    }
}
