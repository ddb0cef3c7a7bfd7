package io.stockmate.connectors.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class PutFailuresTest {
    @Test
    void outagesAndThrottlingMayPass() {
        assertThat(List.of(
                        SdkClientException.create("no answer", new ConnectException("refused")),
                        ApiCallTimeoutException.create(5_000),
                        refusal(500, "InternalServerError"),
                        refusal(503, "ServiceUnavailable"),
                        refusal(400, "ThrottlingException"),
                        TransactionConflictException.builder().statusCode(400).build(),
                        ReplicatedWriteConflictException.builder()
                                .statusCode(400)
                                .build(),
                        ProvisionedThroughputExceededException.builder()
                                .statusCode(400)
                                .awsErrorDetails(details("ProvisionedThroughputExceededException"))
                                .build()))
                .allMatch(PutFailures::mayPass);
    }

    @Test
    void whatNeverHealsMayNot() {
        assertThat(List.of(
                        SdkClientException.create("Unable to load credentials from any of the providers in the chain"),
                        refusal(400, "ValidationException"),
                        refusal(400, "AccessDeniedException"),
                        ResourceNotFoundException.builder().statusCode(400).build(),
                        new IllegalStateException("a fault of ours")))
                .noneMatch(PutFailures::mayPass);
    }

    @Test
    void pausesDoubleUntilAPutPasses() {
        PutFailures failures = new PutFailures();
        assertThat(Stream.generate(failures::pause).limit(9).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 10_000L, 10_000L);
        failures.passed();
        assertThat(failures.pause()).isEqualTo(PutFailures.PAUSE_MIN);
    }

    private static RuntimeException refusal(int status, String code) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(details(code))
                .build();
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder().errorCode(code).build();
    }
}
