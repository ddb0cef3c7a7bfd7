package io.stockmate.pipelines.matching;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.BytesInput;
import io.stockmate.core.message.BytesOutput;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.CountedBytes;
import io.stockmate.core.message.Refused;
import io.stockmate.pipelines.runtime.MessageSerializer;
import io.stockmate.pipelines.runtime.MessageSerializerSnapshot;
import io.stockmate.pipelines.runtime.MessageType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How many bytes follow; where and when the record arrived, its symbol, its partition key if that is another text, its
 * bytes; then the command: its type's ordinal (or that it was refused), what commands have in common, its body.
 */
public final class InboundSerializer extends MessageSerializer<Inbound> {
    /** How commands travel to their markets. */
    public static final MessageType<Inbound> INBOUND = new MessageType<>(Inbound.class, new InboundSerializer());

    private static final int REFUSED = 0xFF;
    private static final CommandType[] TYPES = CommandType.values();

    /** Flink's views read and write byte by byte; what belongs together goes through arrays. */
    private static final ThreadLocal<BytesOutput> OUT = ThreadLocal.withInitial(() -> new BytesOutput(1 << 10));

    private static final ThreadLocal<BytesInput> IN = ThreadLocal.withInitial(() -> new BytesInput(new byte[1 << 10]));

    private InboundSerializer() {}

    @Override
    protected int format() {
        return 2;
    }

    @Override
    public void serialize(Inbound inbound, DataOutputView out) throws IOException {
        BytesOutput bytes = OUT.get().clear();
        write(inbound.record(), inbound.symbol(), bytes);
        Command command = inbound.command();
        CommandBody body = command.body();
        bytes.writeByte(body instanceof Refused ? REFUSED : body.type().ordinal());
        bytes.writeRepeatedUTF(command.account());
        bytes.writeLong(command.transactTime());
        BinarySink.write(body, bytes);
        out.writeInt(bytes.length());
        bytes.writeTo(out);
    }

    private static void write(ArrivedRecord record, String symbol, BytesOutput out) throws IOException {
        Cause cause = record.cause();
        out.writeRepeatedUTF(cause.shardId());
        out.writeUTF(cause.sequenceNumber());
        out.writeLong(cause.subSequence());
        out.writeLong(cause.arrivedAt());
        out.writeRepeatedUTF(symbol);
        boolean keyIsSymbol = record.partitionKey().equals(symbol);
        out.writeBoolean(keyIsSymbol);
        if (!keyIsSymbol) {
            out.writeUTF(record.partitionKey());
        }
        out.writeInt(record.data().length);
        out.write(record.data());
    }

    @Override
    public Inbound deserialize(DataInputView in) throws IOException {
        BytesInput bytes = IN.get();
        bytes.fill(in);
        String shardId = bytes.readRepeatedUTF();
        Cause cause = new Cause(shardId, bytes.readUTF(), bytes.readLong(), bytes.readLong());
        String symbol = bytes.readRepeatedUTF();
        String partitionKey = bytes.readBoolean() ? symbol : bytes.readUTF();
        byte[] data = CountedBytes.read("data", bytes);

        int type = bytes.readUnsignedByte();
        String account = bytes.readRepeatedUTF();
        long transactTime = bytes.readLong();
        CommandBody body = body(type, bytes);
        return new Inbound(
                new ArrivedRecord(cause, partitionKey, data), new Command(symbol, account, transactTime, body));
    }

    private static CommandBody body(int type, BytesInput bytes) throws IOException {
        if (type == REFUSED) {
            return BinarySource.read(Refused::read, bytes);
        }
        if (type >= TYPES.length) {
            throw new IOException("command type " + type + " is not known to this version");
        }
        return BinarySource.read(TYPES[type]::read, bytes);
    }

    @Override
    public TypeSerializerSnapshot<Inbound> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Which format wrote the records. */
    public static final class Snapshot extends MessageSerializerSnapshot<Inbound> {
        public Snapshot() {
            super(new InboundSerializer());
        }
    }
}
