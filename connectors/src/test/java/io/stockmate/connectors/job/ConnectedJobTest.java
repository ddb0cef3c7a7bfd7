package io.stockmate.connectors.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.firehose.OrderStatusSink;
import io.stockmate.connectors.kinesis.KinesisEventSink;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.kinesis.KinesisSource;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Tick;
import io.stockmate.emulators.FirehoseEndpoint;
import io.stockmate.emulators.KinesisEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Source and sinks in a job, against endpoints on this machine, under the settings that our jobs have. */
class ConnectedJobTest {
    private static final int COMMANDS = 600;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    private Path directory;

    private KinesisEndpoint kinesis;
    private FirehoseEndpoint firehose;

    @BeforeEach
    void start() throws IOException {
        kinesis = KinesisEndpoint.start(0, directory.resolve("kinesis"));
        kinesis.createStream("commands", 2);
        kinesis.createStream("events", 2);
        firehose = FirehoseEndpoint.start(0, directory.resolve("firehose"));
        firehose.createDeliveryStream("order-status");
    }

    @AfterEach
    void stop() throws IOException {
        kinesis.close();
        firehose.close();
    }

    @Test
    void everyCommandIsAnsweredOnBothStreamsAcrossASavepoint() throws Exception {
        put(0, COMMANDS / 2);
        // Longer than the job lives: what the status sink still holds has to be sent before the savepoint is complete.
        JobClient first = job(new Configuration(), "60000");
        read("events", COMMANDS);
        String savepoint = stop(first);
        assertThat(awaitDelivered(COMMANDS / 2)).hasSize(COMMANDS / 2);

        put(COMMANDS / 2, COMMANDS);
        Configuration restored = new Configuration();
        restored.setString("execution.state-recovery.path", savepoint);
        JobClient second = job(restored, "50");
        List<ArrivedRecord> records = read("events", 2 * COMMANDS);
        List<String> statuses = awaitDelivered(COMMANDS);
        stop(second);

        List<Event> expected = expected();
        assertThat(expected).hasSize(2 * COMMANDS);
        List<Event> events = records.stream()
                .map(record -> new EventCodec().decode(record.data()))
                .toList();
        for (int key = 0; key < 5; key++) {
            String symbol = "SKU-" + key;
            assertThat(of(symbol, events)).isNotEmpty().isEqualTo(of(symbol, expected));
        }
        assertThat(records).allSatisfy(record -> assertThat(record.partitionKey())
                .isEqualTo(new EventCodec().decode(record.data()).symbol()));
        assertThat(kinesis.recordCount("events")).isEqualTo(2L * COMMANDS);
        assertThat(statuses)
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .filter(OrderStatusSink::takes)
                        .map(event -> new String(new EventCodec().encode(event), StandardCharsets.UTF_8))
                        .toList());
    }

    private JobClient job(Configuration configuration, String statusWaitMillis) throws Exception {
        configuration.setString("pipeline.generic-types", "false");
        configuration.setString("pipeline.auto-generate-uids", "false");
        configuration.setString("pipeline.object-reuse", "true");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(2);
        env.enableCheckpointing(200);
        DataStream<Event> events = KinesisSource.addTo(env, group("commands"), "commands", "Read commands")
                .flatMap(new AnswerCommands())
                .returns(new EventsInTransit())
                .name("Answer commands")
                .uid("answer-commands");
        events.sinkTo(KinesisEventSink.of(group("events")))
                .name("Publish events")
                .uid("publish-events");
        PropertyGroup status = PropertyGroup.of(
                "order-status",
                Map.of("aws.endpoint", firehose.uri().toString(), "sink.flush-buffer.timeout", statusWaitMillis));
        events.filter(OrderStatusSink::takes)
                .name("Pick statuses")
                .uid("pick-statuses")
                .sinkTo(OrderStatusSink.of(status))
                .name("Deliver statuses")
                .uid("deliver-statuses");
        return env.executeAsync("connected");
    }

    private String stop(JobClient job) throws Exception {
        String savepoints = directory.resolve("savepoints").toUri().toString();
        return job.stopWithSavepoint(false, savepoints, SavepointFormatType.CANONICAL)
                .get(1, TimeUnit.MINUTES);
    }

    private PropertyGroup group(String stream) {
        return PropertyGroup.of(
                stream,
                Map.of("stream.name", stream, "aws.endpoint", kinesis.uri().toString()));
    }

    /** Five symbols in turn; every fiftieth record is none that anybody could answer. */
    private void put(int from, int to) throws InterruptedException {
        List<OutgoingRecord> records = new ArrayList<>();
        for (int n = from; n < to; n++) {
            String symbol = "SKU-" + n % 5;
            byte[] tick = new CommandCodec().encode(new Command(symbol, "clock", n, new Tick()));
            records.add(new OutgoingRecord(symbol, tick));
            if (n % 50 == 0) {
                records.add(new OutgoingRecord(symbol, new byte[] {'{', (byte) n}));
            }
        }
        try (KinesisProducer producer = KinesisProducer.open(AwsSettings.local(kinesis.uri()), "commands")) {
            producer.put(records);
        }
    }

    private List<ArrivedRecord> read(String stream, int count) throws InterruptedException {
        PropertyGroup group = group(stream).with("flink.shard.getrecords.intervalmillis", "20");
        List<ArrivedRecord> records = new ArrayList<>();
        try (KinesisReader reader = KinesisReader.open(SourceSettings.of(group))) {
            for (int poll = 0; records.size() < count; poll++) {
                assertThat(poll)
                        .as(stream + " has " + records.size() + " records")
                        .isLessThan(3_000);
                records.addAll(reader.poll());
            }
        }
        return records;
    }

    /** What the job should have said, from what the stream holds. */
    private List<Event> expected() throws InterruptedException {
        return read("commands", COMMANDS + COMMANDS / 50).stream()
                .flatMap(record -> AnswerCommands.answers(new CommandCodec().decode(record), record).stream())
                .toList();
    }

    private static List<Event> of(String symbol, List<Event> events) {
        return events.stream().filter(event -> event.symbol().equals(symbol)).toList();
    }

    private List<String> awaitDelivered(int count) throws IOException, InterruptedException {
        List<String> lines = delivered();
        for (int look = 0; lines.size() < count; look++) {
            assertThat(look).as(lines.size() + " statuses delivered").isLessThan(600);
            Thread.sleep(100);
            lines = delivered();
        }
        return lines;
    }

    private List<String> delivered() throws IOException {
        firehose.flush();
        Path objectsOf = directory.resolve("firehose").resolve("order-status");
        if (!Files.exists(objectsOf)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(objectsOf)) {
            List<Path> objects = tree.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            List<String> lines = new ArrayList<>();
            for (Path object : objects) {
                lines.addAll(Files.readAllLines(object));
            }
            return lines;
        }
    }
}
