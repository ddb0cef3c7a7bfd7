package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.AwsCredentials;
import io.stockmate.connectors.config.AwsSettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;

/** Opens clients of AWS's SDK. */
public final class KinesisClients {
    private KinesisClients() {}

    /** Repeats a request that was refused or failed, as often as AWS's SDK does. Whoever opens a client closes it. */
    public static KinesisClient open(AwsSettings settings) {
        return builder(settings).build();
    }

    /** Tells of every refusal at once, for callers that wait and count for themselves. */
    public static KinesisClient openWithoutRetries(AwsSettings settings) {
        return builder(settings)
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private static KinesisClientBuilder builder(AwsSettings settings) {
        KinesisClientBuilder builder = KinesisClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(provider(settings.credentials()))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder;
    }

    private static AwsCredentialsProvider provider(@Nullable AwsCredentials credentials) {
        return credentials == null
                ? DefaultCredentialsProvider.create()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretKey()));
    }
}
