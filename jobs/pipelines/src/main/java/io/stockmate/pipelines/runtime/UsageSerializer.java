package io.stockmate.pipelines.runtime;

import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.UsageRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A record of usage in core's binary form. */
public final class UsageSerializer extends MessageSerializer<UsageRecord> {
    /** How usage travels between operators. */
    public static final MessageType<UsageRecord> USAGE = new MessageType<>(UsageRecord.class, new UsageSerializer());

    private UsageSerializer() {}

    @Override
    protected int format() {
        return 1;
    }

    @Override
    public void serialize(UsageRecord usage, DataOutputView out) throws IOException {
        BinarySink.write(usage, out);
    }

    @Override
    public UsageRecord deserialize(DataInputView in) throws IOException {
        return BinarySource.read(UsageRecord::read, in);
    }

    @Override
    public TypeSerializerSnapshot<UsageRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Which format wrote the records. */
    public static final class Snapshot extends MessageSerializerSnapshot<UsageRecord> {
        public Snapshot() {
            super(new UsageSerializer());
        }
    }
}
