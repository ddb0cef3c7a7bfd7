package io.stockmate.pipelines.runtime;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Carries one kind of message between operators, in core's binary form. Messages are immutable, so they are never
 * copied; a serializer holds nothing, so one serves all threads.
 */
public abstract class MessageSerializer<T> extends TypeSerializerSingleton<T> {
    /**
     * The version of the bytes. A newer version reads what an older one wrote, because new fields are optional and come
     * last; never the other way round.
     */
    protected abstract int format();

    @Override
    public abstract void serialize(T message, DataOutputView out) throws IOException;

    @Override
    public abstract T deserialize(DataInputView in) throws IOException;

    @Override
    public abstract TypeSerializerSnapshot<T> snapshotConfiguration();

    @Override
    public final T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public final boolean isImmutableType() {
        return true;
    }

    @Override
    public final T copy(T from) {
        return from;
    }

    @Override
    public final T copy(T from, T reuse) {
        return from;
    }

    @Override
    public final void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    /** There is no empty message. */
    @Override
    public final @Nullable T createInstance() {
        return null;
    }

    /** Messages vary in length. */
    @Override
    public final int getLength() {
        return -1;
    }
}
