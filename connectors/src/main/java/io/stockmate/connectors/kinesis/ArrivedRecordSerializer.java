package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.CountedBytes;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Carries arrived records between operators: cause, partition key, length and bytes. Nothing keeps them in state. */
final class ArrivedRecordSerializer extends TypeSerializerSingleton<ArrivedRecord> {
    private static final long serialVersionUID = 1;

    static final ArrivedRecordSerializer INSTANCE = new ArrivedRecordSerializer();

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public ArrivedRecord createInstance() {
        return new ArrivedRecord(new Cause("", "", 0, 0), "", new byte[0]);
    }

    @Override
    public ArrivedRecord copy(ArrivedRecord from) {
        return from;
    }

    @Override
    public ArrivedRecord copy(ArrivedRecord from, ArrivedRecord reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(ArrivedRecord record, DataOutputView out) throws IOException {
        BinarySink.write(record.cause(), out);
        out.writeUTF(record.partitionKey());
        out.writeInt(record.data().length);
        out.write(record.data());
        out.writeBoolean(record.wrongShard());
    }

    @Override
    public ArrivedRecord deserialize(DataInputView in) throws IOException {
        Cause cause = BinarySource.read(Cause::read, in);
        String partitionKey = in.readUTF();
        byte[] data = CountedBytes.read("data", in);
        return new ArrivedRecord(cause, partitionKey, data, in.readBoolean());
    }

    @Override
    public ArrivedRecord deserialize(ArrivedRecord reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public TypeSerializerSnapshot<ArrivedRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Flink makes one of these by reflection when it restores. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ArrivedRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
