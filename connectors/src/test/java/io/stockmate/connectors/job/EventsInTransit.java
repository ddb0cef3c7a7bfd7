package io.stockmate.connectors.job;

import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import java.io.IOException;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Lets a test's job pass events on, as JSON. */
final class EventsInTransit extends TypeInformation<Event> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<Event> getTypeClass() {
        return Event.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<Event> createSerializer(ExecutionConfig config) {
        return new Json();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof EventsInTransit;
    }

    @Override
    public boolean equals(Object other) {
        return canEqual(other);
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "Event";
    }

    private static final class Json extends TypeSerializerSingleton<Event> {
        private static final long serialVersionUID = 1;

        private final EventCodec codec = new EventCodec();

        @Override
        public boolean isImmutableType() {
            return true;
        }

        @Override
        public Event createInstance() {
            throw new UnsupportedOperationException("events are not reused");
        }

        @Override
        public Event copy(Event from) {
            return from;
        }

        @Override
        public Event copy(Event from, Event reuse) {
            return from;
        }

        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public void serialize(Event event, DataOutputView out) throws IOException {
            byte[] json = codec.encode(event);
            out.writeInt(json.length);
            out.write(json);
        }

        @Override
        public Event deserialize(DataInputView in) throws IOException {
            byte[] json = new byte[in.readInt()];
            in.readFully(json);
            return codec.decode(json);
        }

        @Override
        public Event deserialize(Event reuse, DataInputView in) throws IOException {
            return deserialize(in);
        }

        @Override
        public void copy(DataInputView in, DataOutputView out) throws IOException {
            serialize(deserialize(in), out);
        }

        @Override
        public TypeSerializerSnapshot<Event> snapshotConfiguration() {
            throw new UnsupportedOperationException("events rest in no state");
        }
    }
}
