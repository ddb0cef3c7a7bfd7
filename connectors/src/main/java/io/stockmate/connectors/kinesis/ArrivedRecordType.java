package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.wire.ArrivedRecord;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Tells Flink how {@link ArrivedRecord}s travel between operators. */
public final class ArrivedRecordType extends TypeInformation<ArrivedRecord> {
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
    public Class<ArrivedRecord> getTypeClass() {
        return ArrivedRecord.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<ArrivedRecord> createSerializer(SerializerConfig config) {
        return ArrivedRecordSerializer.INSTANCE;
    }

    @Override
    public TypeSerializer<ArrivedRecord> createSerializer(ExecutionConfig config) {
        return ArrivedRecordSerializer.INSTANCE;
    }

    @Override
    public boolean canEqual(@Nullable Object other) {
        return other instanceof ArrivedRecordType;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArrivedRecordType;
    }

    @Override
    public int hashCode() {
        return ArrivedRecordType.class.hashCode();
    }

    @Override
    public String toString() {
        return "ArrivedRecord";
    }
}
