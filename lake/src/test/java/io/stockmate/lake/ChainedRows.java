package io.stockmate.lake;

import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The type of rows that go from an operator to the sink chained to it: they are never serialized. */
final class ChainedRows extends TypeInformation<LakeRow> {
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
    public Class<LakeRow> getTypeClass() {
        return LakeRow.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<LakeRow> createSerializer(ExecutionConfig config) {
        return new ByReference();
    }

    @Override
    public String toString() {
        return "ChainedRows";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainedRows;
    }

    @Override
    public int hashCode() {
        return ChainedRows.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof ChainedRows;
    }

    /** Passes rows on as they are; refuses to serialize. */
    static final class ByReference extends TypeSerializerSingleton<LakeRow> {
        @Override
        public boolean isImmutableType() {
            return true;
        }

        @Override
        public LakeRow createInstance() {
            throw new UnsupportedOperationException();
        }

        @Override
        public LakeRow copy(LakeRow from) {
            return from;
        }

        @Override
        public LakeRow copy(LakeRow from, LakeRow reuse) {
            return from;
        }

        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public void serialize(LakeRow row, DataOutputView target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LakeRow deserialize(DataInputView source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LakeRow deserialize(LakeRow reuse, DataInputView source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copy(DataInputView source, DataOutputView target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TypeSerializerSnapshot<LakeRow> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** Of {@link ByReference}, which has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<LakeRow> {
        public Snapshot() {
            super(ByReference::new);
        }
    }
}
