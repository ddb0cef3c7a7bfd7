package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.bytes;
import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.put;
import static io.stockmate.emulators.KinesisFixture.readAll;
import static io.stockmate.emulators.KinesisFixture.readShard;
import static io.stockmate.emulators.KinesisFixture.trimHorizon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;

/** Ports, threads, listeners and what plain HTTP clients are told. */
class EndpointLifeTest {
    private static final String SHARD = "shardId-000000000000";

    @TempDir
    Path directory;

    @Test
    void takenPortIsNamed() throws IOException {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory.resolve("first"))) {
            int port = endpoint.uri().getPort();
            assertThatThrownBy(() -> KinesisEndpoint.start(port, directory.resolve("second")))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining(Integer.toString(port))
                    .hasMessageContaining("kinesis");
            assertThatThrownBy(() -> FirehoseEndpoint.start(port, directory.resolve("second")))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining(Integer.toString(port))
                    .hasMessageContaining("firehose");
        }
        // A start that failed has let go of its directory.
        KinesisEndpoint.start(0, directory.resolve("second")).close();
    }

    @Test
    void listensOnTheLoopbackOnly() throws IOException {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory)) {
            assertThat(endpoint.uri().getHost()).isEqualTo("127.0.0.1");
            for (InetAddress address : addressesBut("127.0.0.1")) {
                assertThatThrownBy(() -> new Socket(address, endpoint.uri().getPort()).close())
                        .as("%s", address)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static List<InetAddress> addressesBut(String loopback) throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals(loopback))
                .toList();
    }

    @Test
    void closingLeavesNoThreads() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (KinesisEndpoint kinesis = KinesisEndpoint.start(0, directory.resolve("kinesis"));
                FirehoseEndpoint firehose = FirehoseEndpoint.start(0, directory.resolve("bucket"));
                KinesisClient kinesisClient = client(kinesis.uri(), true);
                FirehoseClient firehoseClient = FirehoseEndpointTest.client(firehose.uri())) {
            kinesis.createStream("commands", 1);
            put(kinesisClient, "commands", "AMZN", "x");
            firehose.createDeliveryStream("order-status");
            firehoseClient.putRecord(
                    put -> put.deliveryStreamName("order-status").record(record -> record.data(bytes("x"))));
            assertThat(started(before)).anyMatch(name -> name.startsWith("kinesis-endpoint-"));
            assertThat(started(before)).contains("firehose-buffers");
        }
        for (int waited = 0; waited < 200 && !started(before).isEmpty(); waited++) {
            Thread.sleep(10);
        }
        assertThat(started(before)).isEmpty();
    }

    /** Threads since then, but for those that the JDK's own HTTP client keeps for its connections. */
    private static Set<String> started(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> !name.startsWith("Keep-Alive-Timer"))
                .collect(Collectors.toSet());
    }

    @Test
    void listenerHearsOfRecordsInOrderUntilItsTailIsClosed() throws IOException {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory);
                KinesisClient client = client(endpoint.uri(), true)) {
            endpoint.createStream("events", 1);
            put(client, "events", "AMZN", "before");
            List<KinesisRecord> heard = new ArrayList<>();
            try (KinesisEndpoint.Tail tail = endpoint.tail("events", heard::add)) {
                assertThat(tail).isNotNull();
                for (int i = 0; i < 20; i++) {
                    put(client, "events", "AMZN", "r" + i);
                }
            }
            put(client, "events", "AMZN", "after");

            assertThat(heard).hasSize(20);
            List<software.amazon.awssdk.services.kinesis.model.Record> read =
                    readShard(client, "events", SHARD).subList(1, 21);
            for (int i = 0; i < 20; i++) {
                assertThat(heard.get(i).sequenceNumber()).isEqualTo(read.get(i).sequenceNumber());
                assertThat(heard.get(i).data()).asString().isEqualTo("r" + i);
                assertThat(heard.get(i).arrivedAt())
                        .isEqualTo(read.get(i).approximateArrivalTimestamp().toEpochMilli());
                assertThat(heard.get(i).shardId()).isEqualTo(SHARD);
                assertThat(heard.get(i).partitionKey()).isEqualTo("AMZN");
            }
        }
    }

    @Test
    void failingListenerHarmsNobody() throws IOException {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory);
                KinesisClient client = client(endpoint.uri(), true)) {
            endpoint.createStream("events", 1);
            List<KinesisRecord> failed = new ArrayList<>();
            List<KinesisRecord> heard = new ArrayList<>();
            endpoint.tail("events", record -> {
                failed.add(record);
                throw new IllegalStateException("a listener's own trouble");
            });
            endpoint.tail("events", heard::add);
            put(client, "events", "AMZN", "one");
            put(client, "events", "AMZN", "two");

            assertThat(failed).hasSize(1);
            assertThat(heard).hasSize(2);
        }
    }

    @Test
    void oldIteratorExpires() throws Exception {
        KinesisSettings settings = KinesisSettings.defaults().withIteratorLifetime(Duration.ofMillis(20));
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory, settings);
                KinesisClient client = client(endpoint.uri(), true)) {
            endpoint.createStream("events", 1);
            String iterator = trimHorizon(client, "events", SHARD);
            Thread.sleep(50);

            assertThatThrownBy(() -> readAll(client, iterator))
                    .isInstanceOf(ExpiredIteratorException.class)
                    .hasMessageContaining("20 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "{\"StreamName\":7}",
                "{\"StreamName\":\"events\",\"PartitionKey\":\"A\",\"Data\":\"*\"}"
            })
    void unreadableBodyIsASerializationException(String body) throws Exception {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory)) {
            endpoint.createStream("events", 1);
            HttpResponse<String> answer = send(endpoint, "Kinesis_20131202.PutRecord", body);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("SerializationException");
            assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
            assertThat(answer.body())
                    .contains("\"__type\":\"SerializationException\"")
                    .contains("\"message\":");
        }
    }

    @Test
    void missingMemberIsNamed() throws Exception {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory)) {
            endpoint.createStream("events", 1);

            assertThat(send(endpoint, "Kinesis_20131202.PutRecord", "{\"StreamName\":\"events\",\"Data\":\"\"}")
                            .body())
                    .contains("ValidationException")
                    .contains("PartitionKey");
        }
    }

    @Test
    void hugeBodyIsRefusedWithAnAnswer() throws Exception {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory)) {
            assertThat(send(endpoint, "Kinesis_20131202.PutRecord", "x".repeat(30 << 20))
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void anotherServicesOperationIsUnknown() throws Exception {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory)) {
            assertThat(send(endpoint, "Firehose_20150804.PutRecord", "{}").body())
                    .contains("UnknownOperationException")
                    .contains("PutRecords");
        }
    }

    private static HttpResponse<String> send(KinesisEndpoint endpoint, String target, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(endpoint.uri())
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
