package io.stockmate.pipelines.runtime;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Through a serializer and back. */
public final class SerializerRoundTrip {
    private SerializerRoundTrip() {}

    public static <T> byte[] bytes(TypeSerializer<T> serializer, T message) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(message, out);
        return out.getCopyOfBuffer();
    }

    /** Fails if bytes are left over. */
    public static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        T message = serializer.deserialize(in);
        if (in.available() > 0) {
            throw new IOException(in.available() + " bytes left over of " + bytes.length);
        }
        return message;
    }

    public static <T> T through(TypeSerializer<T> serializer, T message) throws IOException {
        return read(serializer, bytes(serializer, message));
    }
}
