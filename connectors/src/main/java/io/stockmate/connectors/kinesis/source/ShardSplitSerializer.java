package io.stockmate.connectors.kinesis.source;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** {@link ShardSplit}s in checkpoints. */
final class ShardSplitSerializer implements SimpleVersionedSerializer<ShardSplit> {
    static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(ShardSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(128);
        StateFormat.write(split, out);
        return out.getCopyOfBuffer();
    }

    @Override
    public ShardSplit deserialize(int version, byte[] bytes) throws IOException {
        StateFormat.expect(VERSION, version);
        return StateFormat.readSplit(new DataInputDeserializer(bytes));
    }
}
