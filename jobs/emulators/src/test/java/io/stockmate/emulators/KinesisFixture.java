package io.stockmate.emulators;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The SDK's client as the tests use it. */
final class KinesisFixture {
    private KinesisFixture() {}

    static KinesisClient client(URI uri, boolean cbor) {
        // The SDK reads this setting when a client is built.
        System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), Boolean.toString(cbor));
        try {
            return KinesisClient.builder()
                    .endpointOverride(uri)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .overrideConfiguration(settings -> settings.retryStrategy(retry -> retry.maxAttempts(1)))
                    .build();
        } finally {
            System.clearProperty(SdkSystemSetting.CBOR_ENABLED.property());
        }
    }

    static SdkBytes bytes(String text) {
        return SdkBytes.fromUtf8String(text);
    }

    static PutRecordsRequestEntry entry(String key, String data) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(key)
                .data(bytes(data))
                .build();
    }

    static String put(KinesisClient client, String stream, String key, String data) {
        return client.putRecord(put -> put.streamName(stream).partitionKey(key).data(bytes(data)))
                .sequenceNumber();
    }

    static List<String> shardIds(KinesisClient client, String stream) {
        return client.listShards(list -> list.streamName(stream)).shards().stream()
                .map(Shard::shardId)
                .toList();
    }

    static String trimHorizon(KinesisClient client, String stream, String shardId) {
        return client.getShardIterator(get ->
                        get.streamName(stream).shardId(shardId).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    /** All records of a shard from an iterator on, until none is left. */
    static List<Record> readAll(KinesisClient client, String iterator) {
        List<Record> records = new ArrayList<>();
        String next = iterator;
        while (true) {
            String current = next;
            GetRecordsResponse reply = client.getRecords(get -> get.shardIterator(current));
            records.addAll(reply.records());
            if (reply.millisBehindLatest() == 0 && reply.records().isEmpty()) {
                return records;
            }
            next = reply.nextShardIterator();
        }
    }

    static List<Record> readShard(KinesisClient client, String stream, String shardId) {
        return readAll(client, trimHorizon(client, stream, shardId));
    }

    static List<String> texts(List<Record> records) {
        return records.stream()
                .map(record -> record.data().asString(StandardCharsets.UTF_8))
                .toList();
    }
}
