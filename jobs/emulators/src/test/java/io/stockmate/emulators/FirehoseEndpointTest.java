package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

/** What an AWS SDK sees of the endpoint, and what appears in its directory. */
class FirehoseEndpointTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicLong time =
            new AtomicLong(Instant.parse("2026-03-04T05:06:07.890Z").toEpochMilli());
    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir
    Path bucket;

    private FirehoseEndpoint endpoint;
    private FirehoseClient client;

    private void start(long bufferBytes, Duration bufferInterval) throws IOException {
        endpoint = FirehoseEndpoint.start(
                0, bucket, FirehoseSettings.defaults().withClock(time::get).withBuffer(bufferBytes, bufferInterval));
        opened.add(endpoint);
        client = client(endpoint.uri());
        opened.add(client);
    }

    static FirehoseClient client(URI uri) {
        return FirehoseClient.builder()
                .endpointOverride(uri)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(settings -> settings.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    @AfterEach
    void close() throws Exception {
        Collections.reverse(opened);
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    static Record record(String text) {
        return Record.builder().data(SdkBytes.fromUtf8String(text)).build();
    }

    private PutRecordBatchResponse put(String... texts) {
        return client.putRecordBatch(put -> put.deliveryStreamName("order-status")
                .records(Stream.of(texts).map(FirehoseEndpointTest::record).toList()));
    }

    /** Visible objects, by name; hidden files, which an endpoint at work makes and removes, are passed over. */
    static List<String> objects(Path bucket) throws IOException {
        List<String> names = new ArrayList<>();
        Files.walkFileTree(bucket, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file)) {
                    names.add(bucket.relativize(file).toString());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (isHidden(file) && failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        Collections.sort(names);
        return names;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    static String content(Path bucket) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String object : objects(bucket)) {
            content.append(Files.readString(bucket.resolve(object)));
        }
        return content.toString();
    }

    @Test
    void recordsAreJoinedAsTheyAre() throws IOException {
        start(1 << 20, NEVER);
        endpoint.createDeliveryStream("order-status");
        PutRecordBatchResponse reply = put("{\"a\":1}\n", "no newline", "", " ü\r\n");
        client.putRecord(put -> put.deliveryStreamName("order-status").record(record("last\n")));

        assertThat(reply.failedPutCount()).isZero();
        assertThat(reply.requestResponses()).hasSize(4).allSatisfy(response -> {
            assertThat(response.recordId()).isNotBlank();
            assertThat(response.errorCode()).isNull();
        });
        assertThat(objects(bucket)).isEmpty();
        endpoint.flush();
        assertThat(objects(bucket)).containsExactly("order-status/2026/03/04/05/order-status-1-2026-03-04-05-06-07-0");
        assertThat(content(bucket)).isEqualTo("{\"a\":1}\nno newline ü\r\nlast\n");
    }

    @Test
    void fullBufferBecomesAnObjectAtOnce() throws IOException {
        start(10, NEVER);
        endpoint.createDeliveryStream("order-status");
        put("1234\n", "6789\n");
        put("abcdefghij\n");
        put("rest");

        assertThat(objects(bucket))
                .containsExactly(
                        "order-status/2026/03/04/05/order-status-1-2026-03-04-05-06-07-0",
                        "order-status/2026/03/04/05/order-status-1-2026-03-04-05-06-07-1");
        assertThat(content(bucket)).isEqualTo("1234\n6789\nabcdefghij\n");
    }

    @Test
    void oldBufferBecomesAnObject() throws Exception {
        start(1 << 20, Duration.ofMillis(50));
        endpoint.createDeliveryStream("order-status");
        for (String text : List.of("one\n", "two\n")) {
            put(text);
            for (int waited = 0; waited < 3_000 && !content(bucket).contains(text); waited++) {
                Thread.sleep(10);
            }
        }

        assertThat(content(bucket)).isEqualTo("one\ntwo\n");
    }

    @Test
    void objectIsNamedAfterItsFirstRecord() throws IOException {
        start(1 << 20, NEVER);
        endpoint.createDeliveryStream("order-status", "raw/statuses-");
        put("one\n");
        time.addAndGet(Duration.ofHours(20).toMillis());
        put("two\n");
        endpoint.flush();
        put("three\n");
        endpoint.flush();

        assertThat(objects(bucket))
                .containsExactly(
                        "raw/statuses-2026/03/04/05/order-status-1-2026-03-04-05-06-07-0",
                        "raw/statuses-2026/03/05/01/order-status-1-2026-03-05-01-06-07-0");
    }

    @Test
    void closingDeliversAndTheNextStartGoesOn() throws Exception {
        start(1 << 20, NEVER);
        endpoint.createDeliveryStream("order-status");
        put("one\n");
        endpoint.close();
        assertThat(content(bucket)).isEqualTo("one\n");

        start(1 << 20, NEVER);
        put("two\n");
        endpoint.close();
        assertThat(content(bucket)).isEqualTo("one\ntwo\n");
        assertThat(objects(bucket)).hasSize(2);
    }

    @Test
    void failedDeliveryIsTriedAgainAndLosesNothing() throws IOException {
        start(10, NEVER);
        endpoint.createDeliveryStream("order-status");
        Path inTheWay = bucket.resolve("order-status");
        Files.createFile(inTheWay);
        put("0123456789");
        assertThat(put("more").failedPutCount()).isZero();
        assertThatThrownBy(() -> endpoint.flush()).isInstanceOf(IOException.class);
        Files.delete(inTheWay);
        endpoint.flush();

        assertThat(content(bucket)).isEqualTo("0123456789more");
    }

    @Test
    void streamDescribesItself() throws IOException {
        start(1 << 20, NEVER);
        client.createDeliveryStream(create -> create.deliveryStreamName("accounting")
                .extendedS3DestinationConfiguration(s3 -> s3.roleARN("arn:aws:iam::000000000000:role/any")
                        .bucketARN("arn:aws:s3:::any")
                        .prefix("money/")
                        .bufferingHints(hints -> hints.sizeInMBs(7).intervalInSeconds(61))));
        endpoint.createDeliveryStream("order-status");
        endpoint.createDeliveryStream("order-status");

        DeliveryStreamDescription stream = client.describeDeliveryStream(
                        describe -> describe.deliveryStreamName("accounting"))
                .deliveryStreamDescription();
        assertThat(stream.deliveryStreamStatus()).isEqualTo(DeliveryStreamStatus.ACTIVE);
        assertThat(stream.createTimestamp()).isEqualTo(Instant.ofEpochMilli(time.get()));
        assertThat(stream.destinations()).singleElement().satisfies(destination -> {
            assertThat(destination.extendedS3DestinationDescription().prefix()).isEqualTo("money/");
            assertThat(destination
                            .extendedS3DestinationDescription()
                            .bufferingHints()
                            .sizeInMBs())
                    .isEqualTo(7);
        });
        assertThat(client.listDeliveryStreams().deliveryStreamNames()).containsExactly("accounting", "order-status");
        assertThat(client.listDeliveryStreams(list -> list.limit(1)).hasMoreDeliveryStreams())
                .isTrue();
    }

    @Test
    void oversizeIsRefusedAndNothingOfItDelivered() throws IOException {
        start(1 << 20, NEVER);
        endpoint.createDeliveryStream("order-status");
        String largest = "x".repeat(1_024_000);

        assertThatThrownBy(() -> put("small", largest + "x"))
                .isInstanceOf(FirehoseException.class)
                .hasMessageContaining("1024001")
                .hasMessageContaining("1024000");
        assertThatThrownBy(() -> put(largest, largest, largest, largest, largest))
                .isInstanceOf(FirehoseException.class)
                .hasMessageContaining("4194304");
        assertThatThrownBy(() -> put(Collections.nCopies(501, "x").toArray(String[]::new)))
                .isInstanceOf(FirehoseException.class)
                .hasMessageContaining("501");
        endpoint.flush();
        assertThat(objects(bucket)).isEmpty();
        assertThat(put(largest).failedPutCount()).isZero();
    }

    @Test
    void wrongRequestsGetTheSdksOwnExceptions() throws IOException {
        start(1 << 20, NEVER);
        endpoint.createDeliveryStream("order-status");

        assertThatThrownBy(() -> client.putRecord(
                        put -> put.deliveryStreamName("nothing").record(record("x"))))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> client.createDeliveryStream(create -> create.deliveryStreamName("order-status")))
                .isInstanceOf(ResourceInUseException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> endpoint.createDeliveryStream("x", "../outside/"));
        assertThatIllegalArgumentException().isThrownBy(() -> endpoint.createDeliveryStream("x", "/absolute/"));
        assertThatIllegalArgumentException().isThrownBy(() -> endpoint.createDeliveryStream("..", "x/"));
    }
}
