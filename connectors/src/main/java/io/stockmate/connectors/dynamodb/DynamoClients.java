package io.stockmate.connectors.dynamodb;

import io.stockmate.connectors.config.AwsCredentials;
import io.stockmate.connectors.config.AwsSettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;

/** Opens clients of AWS's SDK, which repeat a request that was refused or failed as often as the SDK does. */
final class DynamoClients {
    private static final int CONNECTIONS_MAX = 200;

    private DynamoClients() {}

    static DynamoDbAsyncClient open(AwsSettings settings) {
        DynamoDbAsyncClientBuilder builder = DynamoDbAsyncClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(provider(settings.credentials()))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(CONNECTIONS_MAX)
                        .maxPendingConnectionAcquires(Integer.MAX_VALUE));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.build();
    }

    private static AwsCredentialsProvider provider(@Nullable AwsCredentials credentials) {
        return credentials == null
                ? DefaultCredentialsProvider.create()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretKey()));
    }
}
