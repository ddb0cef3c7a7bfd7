package io.stockmate.pipelines.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.kinesis.ArrivedRecordType;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.Recorded;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.lake.LakeRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RestoreRecordsTest {
    private static final List<ArrivedRecord> ORIGINALS =
            Commands.session(3, 3, 200).stream().map(Inbound::record).toList();

    private int places;

    @Test
    void recordsComeOnceAndAsTheyWereWhateverAMirrorRepeats() throws Exception {
        OperatorSubtaskState state;
        try (Harness matching = new Harness(null)) {
            matching.take(mirrored(0, 120));
            matching.take(mirrored(40, 120));
            assertThat(lines(matching.gave())).isEqualTo(lines(ORIGINALS.subList(0, 120)));
            state = matching.snapshot();
        }
        try (Harness matching = new Harness(state)) {
            matching.take(mirrored(90, ORIGINALS.size()));
            assertThat(lines(matching.gave())).isEqualTo(lines(ORIGINALS.subList(120, ORIGINALS.size())));
        }
    }

    @Test
    void partsOfAnAggregateAreToldApart() throws Exception {
        try (Harness matching = new Harness(null)) {
            for (long part : new long[] {0, 1, 1, 0, 2}) {
                Cause cause = new Cause("shardId-000000000000", "10", part, 5);
                matching.take(List.of(mirrored(
                        new ArrivedRecord(cause, "SKU-1", ORIGINALS.get(0).data()))));
            }
            assertThat(matching.gave())
                    .extracting(record -> record.cause().subSequence())
                    .containsExactly(0L, 1L, 2L);
        }
    }

    @Test
    void recordThatWasNotMirroredIsADeadLetter() throws Exception {
        try (Harness matching = new Harness(null)) {
            matching.take(List.of(new ArrivedRecord(
                    new Cause("shardId-000000000000", "7", 0, 5),
                    "SKU-1",
                    "{\"type\":\"Tick\"}".getBytes(StandardCharsets.UTF_8))));
            assertThat(matching.gave()).isEmpty();
            assertThat(matching.letters()).singleElement().satisfies(row -> {
                assertThat(row.letter().reason()).isEqualTo(DeadLetterReason.SCHEMA);
                assertThat(row.letter().detail()).contains("only mirrored commands");
            });
        }
    }

    /** All that they are, to be compared. */
    private static List<String> lines(List<ArrivedRecord> records) {
        return records.stream()
                .map(record -> record.cause() + " " + record.partitionKey() + " " + record.wrongShard() + " "
                        + new String(record.data(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private List<ArrivedRecord> mirrored(int from, int to) {
        return ORIGINALS.subList(from, to).stream().map(this::mirrored).toList();
    }

    private ArrivedRecord mirrored(ArrivedRecord original) {
        places++;
        Cause cause = new Cause("shardId-000000000009", Long.toString(places), 0, 99);
        return new ArrivedRecord(cause, original.partitionKey(), Recorded.stamp(original));
    }

    private static final class Harness implements AutoCloseable {
        private final KeyedOneInputStreamOperatorTestHarness<String, ArrivedRecord, ArrivedRecord> operator;

        Harness(@Nullable OperatorSubtaskState state) throws Exception {
            operator = new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(new RestoreRecords()), ArrivedRecord::partitionKey, Types.STRING);
            operator.setup(new ArrivedRecordType()
                    .createSerializer(operator.getExecutionConfig().getSerializerConfig()));
            if (state != null) {
                operator.initializeState(state);
            }
            operator.open();
        }

        void take(List<ArrivedRecord> records) throws Exception {
            for (ArrivedRecord record : records) {
                operator.processElement(new StreamRecord<>(record));
            }
        }

        List<ArrivedRecord> gave() {
            return operator.extractOutputValues();
        }

        List<LakeRow.OfDeadLetter> letters() {
            return operator.getSideOutput(LakeRows.DEAD_LETTERS).stream()
                    .map(record -> (LakeRow.OfDeadLetter) record.getValue())
                    .toList();
        }

        OperatorSubtaskState snapshot() throws Exception {
            return operator.snapshot(1, 1);
        }

        @Override
        public void close() throws Exception {
            operator.close();
        }
    }
}
