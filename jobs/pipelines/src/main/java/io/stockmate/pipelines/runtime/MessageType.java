package io.stockmate.pipelines.runtime;

import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Tells Flink that a class is a message and which serializer carries it, so that nothing falls back to Kryo. */
public final class MessageType<T> extends TypeInformation<T> {
    private final Class<T> type;
    private final MessageSerializer<T> serializer;

    public MessageType(Class<T> type, MessageSerializer<T> serializer) {
        this.type = type;
        this.serializer = serializer;
    }

    /** The one that carries the messages, in state too. */
    public MessageSerializer<T> serializer() {
        return serializer;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return serializer;
    }

    @Override
    @Deprecated
    public TypeSerializer<T> createSerializer(ExecutionConfig config) {
        return serializer;
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

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

    /** A message is no key: key by its symbol. */
    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof MessageType;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageType<?> that && type == that.type && serializer.equals(that.serializer);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
