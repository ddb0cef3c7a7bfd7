package io.stockmate.connectors.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Specimens;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class ArrivedRecordTest {
    private final TypeSerializer<ArrivedRecord> serializer =
            new ArrivedRecordType().createSerializer(new SerializerConfigImpl());

    @Test
    void travelsBetweenOperatorsUnchanged() throws IOException {
        List<ArrivedRecord> records = Stream.of(new byte[0], new byte[] {0, -1, 'x'}, new byte[100_000])
                .map(data -> new ArrivedRecord(Specimens.cause(), "Ключ 📱\0", data, data.length > 5))
                .toList();
        DataOutputSerializer out = new DataOutputSerializer(16);
        DataOutputSerializer copied = new DataOutputSerializer(16);
        for (ArrivedRecord record : records) {
            serializer.serialize(record, out);
        }
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        for (int i = 0; i < records.size(); i++) {
            serializer.copy(in, copied);
        }
        assertThat(copied.getCopyOfBuffer()).isEqualTo(out.getCopyOfBuffer());
        DataInputDeserializer again = new DataInputDeserializer(copied.getCopyOfBuffer());
        for (ArrivedRecord record : records) {
            assertThat(serializer.deserialize(again)).usingRecursiveComparison().isEqualTo(record);
        }
        assertThat(again.available()).isZero();
    }

    @Test
    void typeAndSerializerSurviveTheWayToTheWorkers() throws Exception {
        assertThat(InstantiationUtil.clone(new ArrivedRecordType())).isEqualTo(new ArrivedRecordType());
        TypeSerializer<ArrivedRecord> clone = InstantiationUtil.clone(serializer);
        assertThat(clone).isEqualTo(serializer);
        TypeSerializerSnapshot<ArrivedRecord> snapshot = serializer.snapshotConfiguration();
        assertThat(snapshot.restoreSerializer()).isEqualTo(serializer);
    }
}
