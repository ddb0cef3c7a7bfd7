package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

class FaultPlanTest {
    private static final String STREAM = "commands";

    @TempDir
    Path directory;

    private KinesisEndpoint endpoint(Fault fault) throws IOException {
        FaultPlan always = FaultPlan.of(7, 1, Set.of(fault));
        KinesisEndpoint endpoint =
                KinesisEndpoint.start(0, directory, KinesisSettings.defaults().withFaults(always));
        endpoint.createStream(STREAM, 1);
        return endpoint;
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"THROTTLED", "UNAVAILABLE", "INTERNAL"})
    void refusedPutsAreNotStored(Fault fault) throws IOException {
        try (KinesisEndpoint endpoint = endpoint(fault);
                KinesisClient client = KinesisFixture.client(endpoint.uri(), false)) {
            assertThatThrownBy(() -> KinesisFixture.put(client, STREAM, "AMZN", "x"))
                    .isInstanceOfSatisfying(KinesisException.class, refused -> assertThat(refused.statusCode())
                            .isEqualTo(fault == Fault.THROTTLED ? 400 : fault == Fault.UNAVAILABLE ? 503 : 500));
            assertThat(endpoint.recordCount(STREAM)).isZero();
        }
    }

    @Test
    void aResetConnectionStoresNothing() throws IOException {
        try (KinesisEndpoint endpoint = endpoint(Fault.RESET);
                KinesisClient client = KinesisFixture.client(endpoint.uri(), false)) {
            assertThatThrownBy(() -> KinesisFixture.put(client, STREAM, "AMZN", "x"))
                    .isInstanceOf(SdkClientException.class);
            assertThat(endpoint.recordCount(STREAM)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ANSWER_LOST", "ANSWER_CUT"})
    void aPutWithoutAWholeAnswerIsStored(Fault fault) throws IOException {
        try (KinesisEndpoint endpoint = endpoint(fault);
                KinesisClient client = KinesisFixture.client(endpoint.uri(), true)) {
            assertThatThrownBy(() -> KinesisFixture.put(client, STREAM, "AMZN", "x"))
                    .isInstanceOf(SdkClientException.class);
            assertThat(endpoint.recordCount(STREAM)).isPositive();
        }
    }

    @Test
    void ofManyRecordsSomeAreRefused() throws IOException {
        try (KinesisEndpoint endpoint = endpoint(Fault.PARTIAL);
                KinesisClient client = KinesisFixture.client(endpoint.uri(), false)) {
            PutRecordsResponse reply = client.putRecords(
                    put -> put.streamName(STREAM).records(Collections.nCopies(90, KinesisFixture.entry("AMZN", "x"))));
            assertThat(reply.failedRecordCount()).isBetween(10, 60);
            assertThat(endpoint.recordCount(STREAM)).isEqualTo(90 - reply.failedRecordCount());
        }
    }

    @Test
    void aReadersIteratorIsTooOld() throws IOException {
        try (KinesisEndpoint endpoint = endpoint(Fault.ITERATOR_EXPIRED);
                KinesisClient client = KinesisFixture.client(endpoint.uri(), false)) {
            KinesisFixture.put(client, STREAM, "AMZN", "x");
            String shard = KinesisFixture.shardIds(client, STREAM).get(0);
            assertThatThrownBy(() -> KinesisFixture.readShard(client, STREAM, shard))
                    .isInstanceOf(ExpiredIteratorException.class);
        }
    }

    @Test
    void theSeedGivesTheFaults() {
        FaultPlan plan = FaultPlan.of(3, 0.5, Set.of(Fault.values()));
        List<Fault> some = draw(plan);
        assertThat(draw(FaultPlan.of(3, 0.5, Set.of(Fault.values())))).isEqualTo(some);
        assertThat(draw(FaultPlan.of(4, 0.5, Set.of(Fault.values())))).isNotEqualTo(some);
        assertThat(some).contains(Fault.values()).containsNull();
        assertThat(plan.made().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(some.stream().filter(fault -> fault != null).count());
        assertThat(draw(FaultPlan.none())).containsOnlyNulls();
    }

    @Test
    void eachKindComesAsOftenAsTheOthers() {
        FaultPlan plan = FaultPlan.of(11, 0.25, Set.of(Fault.values()));
        int requests = 8_000;
        for (int request = 0; request < requests; request++) {
            plan.next("PutRecords");
        }
        int each = requests / 4 / (Fault.values().length - 1);
        assertThat(plan.made()).hasSize(Fault.values().length - 1).doesNotContainKey(Fault.ITERATOR_EXPIRED);
        assertThat(plan.made().values()).allSatisfy(made -> assertThat(made).isBetween(each * 4L / 5, each * 6L / 5));
    }

    @Test
    void ofABatchSomeRecordsAreRefused() throws IOException {
        FaultPlan always = FaultPlan.of(7, 1, Set.of(Fault.PARTIAL));
        try (FirehoseEndpoint endpoint = FirehoseEndpoint.start(
                        0, directory, FirehoseSettings.defaults().withFaults(always));
                FirehoseClient client = FirehoseEndpointTest.client(endpoint.uri())) {
            endpoint.createDeliveryStream("accounting");
            PutRecordBatchResponse reply = client.putRecordBatch(put -> put.deliveryStreamName("accounting")
                    .records(Collections.nCopies(90, FirehoseEndpointTest.record("x"))));
            assertThat(reply.failedPutCount()).isBetween(10, 60);
            assertThat(reply.requestResponses())
                    .filteredOn(entry -> entry.errorCode() != null)
                    .hasSize(reply.failedPutCount());
            endpoint.flush();
        }
        try (Stream<Path> objects = Files.walk(directory.resolve("accounting"))) {
            long stored = objects.filter(Files::isRegularFile)
                    .mapToLong(object -> object.toFile().length())
                    .sum();
            assertThat(stored).isBetween(30L, 80L);
        }
    }

    private static List<Fault> draw(FaultPlan plan) {
        List<Fault> drawn = new ArrayList<>();
        for (int request = 0; request < 200; request++) {
            drawn.add(plan.next(request % 2 == 0 ? "PutRecords" : "GetRecords"));
        }
        return drawn;
    }
}
