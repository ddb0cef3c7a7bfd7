package io.stockmate.pipelines.matching;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.Refused;
import io.stockmate.pipelines.runtime.MessageSerializer;
import io.stockmate.pipelines.runtime.MessageSerializerSnapshot;
import io.stockmate.pipelines.runtime.MessageType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The record, then the command: its type's ordinal (or that it was refused), what commands have in common, its body.
 */
public final class InboundSerializer extends MessageSerializer<Inbound> {
    /** How commands travel to their markets. */
    public static final MessageType<Inbound> INBOUND = new MessageType<>(Inbound.class, new InboundSerializer());

    private static final int REFUSED = 0xFF;
    private static final CommandType[] TYPES = CommandType.values();

    private InboundSerializer() {}

    @Override
    protected int format() {
        return 1;
    }

    @Override
    public void serialize(Inbound inbound, DataOutputView out) throws IOException {
        ArrivedRecord record = inbound.record();
        BinarySink.write(record.cause(), out);
        out.writeUTF(record.partitionKey());
        out.writeInt(record.data().length);
        out.write(record.data());

        Command command = inbound.command();
        CommandBody body = command.body();
        out.writeByte(body instanceof Refused ? REFUSED : body.type().ordinal());
        out.writeUTF(command.symbol());
        out.writeUTF(command.account());
        out.writeLong(command.transactTime());
        BinarySink.write(body, out);
    }

    @Override
    public Inbound deserialize(DataInputView in) throws IOException {
        Cause cause = BinarySource.read(Cause::read, in);
        String partitionKey = in.readUTF();
        byte[] data = new byte[in.readInt()];
        in.readFully(data);

        int type = in.readUnsignedByte();
        String symbol = in.readUTF();
        String account = in.readUTF();
        long transactTime = in.readLong();
        CommandBody body =
                type == REFUSED ? BinarySource.read(Refused::read, in) : BinarySource.read(TYPES[type]::read, in);
        return new Inbound(
                new ArrivedRecord(cause, partitionKey, data), new Command(symbol, account, transactTime, body));
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
