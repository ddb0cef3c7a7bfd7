package io.stockmate.pipelines.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.kinesis.KinesisEventSink;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.emulators.KinesisEndpoint;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lake has what led to a savepoint, so the stream has to have it, too: nobody may come after it who sends the rest.
 */
final class SentBySnapshotTest {
    @Test
    void eventsThatWaitForOthersAreInTheStreamWhenASnapshotIsTaken(@TempDir Path directory) throws Exception {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory)) {
            endpoint.createStream("events", 1);
            Sink<Event> sink = KinesisEventSink.of(PropertyGroup.of(
                    "events",
                    Map.of(
                            "stream.name", "events",
                            "aws.endpoint", endpoint.uri().toString(),
                            "sink.flush-buffer.timeout", "60000")));
            try (OneInputStreamOperatorTestHarness<Event, CommittableMessage<Event>> writer =
                    new OneInputStreamOperatorTestHarness<>(new SinkWriterOperatorFactory<>(sink))) {
                writer.open();
                for (int seq = 1; seq <= 3; seq++) {
                    writer.processElement(new StreamRecord<>(event(seq)));
                }
                assertThat(endpoint.recordCount("events")).isZero();

                writer.prepareSnapshotPreBarrier(1);

                assertThat(endpoint.recordCount("events")).isEqualTo(3);
            }
        }
    }

    private static Event event(long seq) {
        return new Event(
                new EventHeader("AAA", seq, seq, "AAA-" + seq, 0),
                0,
                new Cause("shard-0", "1", 0, 0),
                new TopOfBook(1, 1, 2, 1));
    }
}
