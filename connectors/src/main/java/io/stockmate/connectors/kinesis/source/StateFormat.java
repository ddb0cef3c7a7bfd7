package io.stockmate.connectors.kinesis.source;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How shards are written into checkpoints. Enums go by name, hash keys in decimal. What is read and was not written so is
 * an {@link IOException}.
 */
final class StateFormat {
    /** Of 2¹²⁸ − 1. */
    private static final int HASH_KEY_DIGITS_MAX = 39;

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
                named(KnownShard.Status.class, in.readUTF()));
    }

    private static void write(HashKeys keys, DataOutputView out) throws IOException {
        out.writeUTF(keys.start().toString());
        out.writeUTF(keys.end().toString());
    }

    private static HashKeys readHashKeys(DataInputView in) throws IOException {
        return new HashKeys(hashKey(in.readUTF()), hashKey(in.readUTF()));
    }

    private static BigInteger hashKey(String text) throws IOException {
        if (text.isEmpty()
                || text.length() > HASH_KEY_DIGITS_MAX
                || !text.chars().allMatch(StateFormat::isDigit)) {
            throw new IOException("'" + text + "' is no hash key");
        }
        return new BigInteger(text);
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) throws IOException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new IOException("'" + name + "' is no " + type.getSimpleName() + " that this program knows");
    }

    private static void write(Position position, DataOutputView out) throws IOException {
        out.writeUTF(position.kind().name());
        out.writeUTF(position.sequenceNumber());
        out.writeLong(position.number());
    }

    private static Position readPosition(DataInputView in) throws IOException {
        return new Position(named(Position.Kind.class, in.readUTF()), in.readUTF(), in.readLong());
    }
}
