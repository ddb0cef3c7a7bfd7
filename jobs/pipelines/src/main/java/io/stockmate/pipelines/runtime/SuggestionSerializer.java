package io.stockmate.pipelines.runtime;

import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.ReplenishmentSuggestion;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A suggestion in core's binary form. */
public final class SuggestionSerializer extends MessageSerializer<ReplenishmentSuggestion> {
    /** How suggestions travel between operators. */
    public static final MessageType<ReplenishmentSuggestion> SUGGESTION =
            new MessageType<>(ReplenishmentSuggestion.class, new SuggestionSerializer());

    private SuggestionSerializer() {}

    @Override
    protected int format() {
        return 1;
    }

    @Override
    public void serialize(ReplenishmentSuggestion suggestion, DataOutputView out) throws IOException {
        BinarySink.write(suggestion, out);
    }

    @Override
    public ReplenishmentSuggestion deserialize(DataInputView in) throws IOException {
        return BinarySource.read(ReplenishmentSuggestion::read, in);
    }

    @Override
    public TypeSerializerSnapshot<ReplenishmentSuggestion> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Which format wrote the suggestions. */
    public static final class Snapshot extends MessageSerializerSnapshot<ReplenishmentSuggestion> {
        public Snapshot() {
            super(new SuggestionSerializer());
        }
    }
}
