package io.stockmate.pipelines.runtime;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Remembers which format a {@link MessageSerializer} wrote. Bytes of an older format are read as they are; bytes of a
 * newer one are refused. Each serializer has a subclass of its own with a public constructor without arguments, by
 * which Flink finds it again.
 */
public abstract class MessageSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {
    private static final int LAYOUT = 1;

    private final MessageSerializer<T> serializer;
    private int format;

    protected MessageSerializerSnapshot(MessageSerializer<T> serializer) {
        this.serializer = serializer;
        this.format = serializer.format();
    }

    @Override
    public final int getCurrentVersion() {
        return LAYOUT;
    }

    @Override
    public final void writeSnapshot(DataOutputView out) throws IOException {
        out.writeInt(format);
    }

    @Override
    public final void readSnapshot(int layout, DataInputView in, ClassLoader classes) throws IOException {
        if (layout != LAYOUT) {
            throw new IOException("snapshot of " + serializer.getClass().getSimpleName() + " has layout " + layout
                    + ", this version knows only " + LAYOUT + ": restore it with the version that wrote it");
        }
        format = in.readInt();
    }

    @Override
    public final TypeSerializer<T> restoreSerializer() {
        return serializer;
    }

    @Override
    public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        return old instanceof MessageSerializerSnapshot<T> written
                        && written.getClass() == getClass()
                        && written.format <= format
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
