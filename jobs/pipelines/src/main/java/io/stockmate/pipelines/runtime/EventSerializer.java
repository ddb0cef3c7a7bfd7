package io.stockmate.pipelines.runtime;

import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.EventType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An event: its type's ordinal, chain, header, cause and body. */
public final class EventSerializer extends MessageSerializer<Event> {
    /** How events travel between operators. */
    public static final MessageType<Event> EVENT = new MessageType<>(Event.class, new EventSerializer());

    private static final EventType[] TYPES = EventType.values();

    private EventSerializer() {}

    @Override
    protected int format() {
        return 1;
    }

    @Override
    public void serialize(Event event, DataOutputView out) throws IOException {
        write(event, out);
    }

    @Override
    public Event deserialize(DataInputView in) throws IOException {
        return read(in);
    }

    static void write(Event event, DataOutputView out) throws IOException {
        out.writeByte(event.body().type().ordinal());
        out.writeLong(event.chain());
        BinarySink.write(event.header(), out);
        BinarySink.write(event.cause(), out);
        BinarySink.write(event.body(), out);
    }

    static Event read(DataInputView in) throws IOException {
        int ordinal = in.readUnsignedByte();
        if (ordinal >= TYPES.length) {
            throw new IOException("event type " + ordinal + " is not known to this version");
        }
        EventType type = TYPES[ordinal];
        long chain = in.readLong();
        EventHeader header = BinarySource.read(EventHeader::read, in);
        Cause cause = BinarySource.read(Cause::read, in);
        EventBody body = BinarySource.read(type::read, in);
        return new Event(header, chain, cause, body);
    }

    @Override
    public TypeSerializerSnapshot<Event> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Which format wrote the events. */
    public static final class Snapshot extends MessageSerializerSnapshot<Event> {
        public Snapshot() {
            super(new EventSerializer());
        }
    }
}
