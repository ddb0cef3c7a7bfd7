package io.stockmate.connectors.kinesis.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** {@link ShardEnumeratorState} in checkpoints. */
final class EnumeratorStateSerializer implements SimpleVersionedSerializer<ShardEnumeratorState> {
    static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(ShardEnumeratorState state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(1_024);
        out.writeBoolean(state.begun());
        out.writeInt(state.shards().size());
        for (KnownShard shard : state.shards()) {
            StateFormat.write(shard, out);
        }
        out.writeInt(state.handedBack().size());
        for (ShardSplit split : state.handedBack()) {
            StateFormat.write(split, out);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public ShardEnumeratorState deserialize(int version, byte[] bytes) throws IOException {
        StateFormat.expect(VERSION, version);
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        boolean begun = in.readBoolean();
        List<KnownShard> shards = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            shards.add(StateFormat.readShard(in));
        }
        List<ShardSplit> handedBack = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            handedBack.add(StateFormat.readSplit(in));
        }
        return new ShardEnumeratorState(begun, shards, handedBack);
    }
}
