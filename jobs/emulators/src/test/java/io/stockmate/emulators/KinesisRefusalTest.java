package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.entry;
import static io.stockmate.emulators.KinesisFixture.put;
import static io.stockmate.emulators.KinesisFixture.trimHorizon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** What cannot be gets the exceptions of the SDK. */
class KinesisRefusalTest extends KinesisTrial {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oversizeIsRefusedAndNothingOfItStored(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        SdkBytes mebibyte = SdkBytes.fromByteArray(new byte[1 << 20]);
        PutRecordsRequestEntry nearlyOne = entry("AMZN", "").toBuilder()
                .data(SdkBytes.fromByteArray(new byte[(1 << 20) - 4]))
                .build();
        List<PutRecordsRequestEntry> five = List.of(nearlyOne, nearlyOne, nearlyOne, nearlyOne, nearlyOne);

        assertThatThrownBy(() -> client.putRecord(
                        put -> put.streamName("commands").partitionKey("AMZN").data(mebibyte)))
                .isInstanceOf(KinesisException.class)
                .hasMessageContaining("1048576");
        assertThatThrownBy(() -> client.putRecords(put -> put.streamName("commands")
                        .records(five.get(0), five.get(0), five.get(0), five.get(0), five.get(0), entry("A", "x"))))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("5242880");
        List<PutRecordsRequestEntry> tooMany = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            tooMany.add(entry("AMZN", "x"));
        }
        assertThatThrownBy(() ->
                        client.putRecords(put -> put.streamName("commands").records(tooMany)))
                .isInstanceOf(KinesisException.class)
                .hasMessageContaining("501");
        assertThatThrownBy(() -> put(client, "commands", "K".repeat(257), "x"))
                .isInstanceOf(KinesisException.class)
                .hasMessageContaining("257");
        assertThat(endpoint.recordCount("commands")).isZero();
        assertThat(client.putRecords(put -> put.streamName("commands").records(five))
                        .failedRecordCount())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wrongRequestsGetTheSdksOwnExceptions(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);

        assertThatThrownBy(() -> put(client, "nothing", "AMZN", "x"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("nothing")
                .satisfies(error ->
                        assertThat(((KinesisException) error).requestId()).isNotBlank());
        assertThatThrownBy(() -> trimHorizon(client, "commands", "shardId-000000000007"))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> client.createStream(
                        create -> create.streamName("commands").shardCount(1)))
                .isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(() ->
                        client.createStream(create -> create.streamName("..").shardCount(1)))
                .isInstanceOf(KinesisException.class);
        assertThatThrownBy(() -> client.getRecords(get -> get.shardIterator("rubbish")))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> client.describeLimits())
                .isInstanceOfSatisfying(KinesisException.class, error -> assertThat(
                                error.awsErrorDetails().errorCode())
                        .isEqualTo("UnknownOperationException"));
    }
}
