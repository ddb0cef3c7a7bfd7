package io.stockmate.connectors.kinesis.source;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How shards are written into checkpoints. Enums go by name, hash keys in decimal. */
final class StateFormat {
    private StateFormat() {}

    static void expect(int known, int version) throws IOException {
        if (version != known) {
            throw new IOException("state of the Kinesis source has version " + version + ", this program reads " + known
                    + "; restore with the program that wrote it, or a newer one");
        }
    }

    static void write(ShardSplit split, DataOutputView out) throws IOException {
        out.writeUTF(split.shardId());
        write(split.hashKeys(), out);
        write(split.position(), out);
        out.writeBoolean(split.finished());
    }

    static ShardSplit readSplit(DataInputView in) throws IOException {
        return new ShardSplit(in.readUTF(), readHashKeys(in), readPosition(in), in.readBoolean());
    }

    static void write(KnownShard shard, DataOutputView out) throws IOException {
        out.writeUTF(shard.shardId());
        out.writeInt(shard.parents().size());
        for (String parent : shard.parents()) {
            out.writeUTF(parent);
        }
        write(shard.hashKeys(), out);
        write(shard.start(), out);
        out.writeUTF(shard.status().name());
    }

    static KnownShard readShard(DataInputView in) throws IOException {
        String shardId = in.readUTF();
        List<String> parents = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            parents.add(in.readUTF());
        }
        return new KnownShard(
                shardId,
                List.copyOf(parents),
                readHashKeys(in),
                readPosition(in),
                KnownShard.Status.valueOf(in.readUTF()));
    }

    private static void write(HashKeys keys, DataOutputView out) throws IOException {
        out.writeUTF(keys.start().toString());
        out.writeUTF(keys.end().toString());
    }

    private static HashKeys readHashKeys(DataInputView in) throws IOException {
        return new HashKeys(new BigInteger(in.readUTF()), new BigInteger(in.readUTF()));
    }

    private static void write(Position position, DataOutputView out) throws IOException {
        out.writeUTF(position.kind().name());
        out.writeUTF(position.sequenceNumber());
        out.writeLong(position.number());
    }

    private static Position readPosition(DataInputView in) throws IOException {
        return new Position(Position.Kind.valueOf(in.readUTF()), in.readUTF(), in.readLong());
    }
}
