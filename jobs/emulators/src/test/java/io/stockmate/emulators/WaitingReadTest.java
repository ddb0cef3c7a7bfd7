package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.put;
import static io.stockmate.emulators.KinesisFixture.texts;
import static io.stockmate.emulators.KinesisFixture.trimHorizon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;

/** GetRecords that waits where there is nothing yet, and an end that waits for nothing that will not come. */
@Timeout(60)
class WaitingReadTest {
    private static final String SHARD = "shardId-000000000000";

    /** Nobody waits so long here. */
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path directory;

    @Test
    void recordIsReadAsSoonAsItComes() throws Exception {
        try (KinesisEndpoint endpoint = start(LONG);
                KinesisClient client = client(endpoint.waitingUri(), true)) {
            CompletableFuture<GetRecordsResponse> read = beginToRead(client);

            put(client, "events", "AMZN", "first");

            assertThat(texts(read.get(30, TimeUnit.SECONDS).records())).containsExactly("first");
        }
    }

    @Test
    void shardThatEndsIsNotWaitedFor() throws Exception {
        try (KinesisEndpoint endpoint = start(LONG);
                KinesisClient client = client(endpoint.waitingUri(), true)) {
            CompletableFuture<GetRecordsResponse> read = beginToRead(client);

            client.splitShard(
                    split -> split.streamName("events").shardToSplit(SHARD).newStartingHashKey("7"));

            GetRecordsResponse last = read.get(30, TimeUnit.SECONDS);
            assertThat(last.records()).isEmpty();
            assertThat(last.nextShardIterator()).isNull();
        }
    }

    @Test
    void readIsAnsweredEmptyWhenTheTimeIsOver() throws Exception {
        Duration wait = Duration.ofMillis(200);
        try (KinesisEndpoint endpoint = start(wait);
                KinesisClient client = client(endpoint.waitingUri(), true)) {
            String iterator = trimHorizon(client, "events", SHARD);
            long begun = System.nanoTime();

            GetRecordsResponse empty = client.getRecords(get -> get.shardIterator(iterator));

            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(wait.toNanos());
            assertThat(empty.records()).isEmpty();
            assertThat(empty.nextShardIterator()).isNotNull();
        }
    }

    @Test
    void whoDoesNotAskForItDoesNotWait() throws Exception {
        try (KinesisEndpoint endpoint = start(LONG);
                KinesisClient client = client(endpoint.uri(), true)) {
            String iterator = trimHorizon(client, "events", SHARD);
            assertThat(client.getRecords(get -> get.shardIterator(iterator)).records())
                    .isEmpty();
        }
    }

    @Test
    void endAnswersWhoWaits() throws Exception {
        CompletableFuture<GetRecordsResponse> read;
        try (KinesisEndpoint endpoint = start(LONG)) {
            KinesisClient client = client(endpoint.waitingUri(), true);
            read = beginToRead(client);
        }
        assertThat(read.get(30, TimeUnit.SECONDS).records()).isEmpty();
    }

    /** As a client leaves behind that is interrupted while it sends. */
    @Test
    void endDoesNotWaitForTheRestOfARequest() throws Exception {
        KinesisEndpoint endpoint = start(Duration.ZERO);
        try (Socket half = new Socket("127.0.0.1", endpoint.uri().getPort())) {
            half.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
            awaitThreadIn("body");
            long begun = System.nanoTime();

            endpoint.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("5 s are for what is being answered")
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    private KinesisEndpoint start(Duration wait) throws IOException {
        KinesisEndpoint endpoint =
                KinesisEndpoint.start(0, directory, KinesisSettings.defaults().withReadWait(wait));
        endpoint.createStream("events", 1);
        return endpoint;
    }

    /** Returns when the read waits. */
    private static CompletableFuture<GetRecordsResponse> beginToRead(KinesisClient client) throws Exception {
        String iterator = trimHorizon(client, "events", SHARD);
        CompletableFuture<GetRecordsResponse> read =
                CompletableFuture.supplyAsync(() -> client.getRecords(get -> get.shardIterator(iterator)));
        awaitThreadIn("awaitRecord");
        return read;
    }

    private static void awaitThreadIn(String method) throws InterruptedException {
        while (Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("kinesis-endpoint-"))
                .flatMap(thread -> Stream.of(thread.getValue()))
                .noneMatch(frame -> frame.getMethodName().equals(method))) {
            Thread.sleep(1);
        }
    }
}
