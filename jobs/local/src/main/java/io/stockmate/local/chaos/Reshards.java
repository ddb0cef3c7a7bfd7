package io.stockmate.local.chaos;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.kinesis.KinesisClients;
import io.stockmate.local.platform.Streams;
import java.math.BigInteger;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** Splits and merges shards of a platform's streams, as an operator would. */
final class Reshards implements AutoCloseable {
    private static final List<String> STREAMS = List.of(Streams.COMMANDS, Streams.EVENTS, Streams.ALERTS);
    private static final int OPEN_SHARDS_MAX = 4;

    private final KinesisClient client;

    private Reshards(KinesisClient client) {
        this.client = client;
    }

    static Reshards of(URI kinesis) {
        return new Reshards(KinesisClients.open(AwsSettings.local(kinesis)));
    }

    /** Reshards a stream; tells whether it is known to have been done, where the endpoint fails on purpose, too. */
    boolean one(SplittableRandom random) {
        String stream = STREAMS.get(random.nextInt(STREAMS.size()));
        try {
            List<Shard> open = open(stream);
            if (open.size() == 1 || open.size() < OPEN_SHARDS_MAX && random.nextBoolean()) {
                split(stream, open.get(random.nextInt(open.size())));
            } else {
                int place = random.nextInt(open.size() - 1);
                merge(stream, open.get(place), open.get(place + 1));
            }
            return true;
        } catch (SdkException failed) {
            return false;
        }
    }

    /** By the keys they hold. */
    private List<Shard> open(String stream) {
        return client.listShards(request -> request.streamName(stream)).shards().stream()
                .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
                .sorted(Comparator.comparing(Reshards::start))
                .toList();
    }

    private static BigInteger start(Shard shard) {
        return new BigInteger(shard.hashKeyRange().startingHashKey());
    }

    private void split(String stream, Shard shard) {
        BigInteger end = new BigInteger(shard.hashKeyRange().endingHashKey());
        BigInteger middle = start(shard).add(end).shiftRight(1);
        client.splitShard(request ->
                request.streamName(stream).shardToSplit(shard.shardId()).newStartingHashKey(middle.toString()));
    }

    private void merge(String stream, Shard one, Shard next) {
        client.mergeShards(request ->
                request.streamName(stream).shardToMerge(one.shardId()).adjacentShardToMerge(next.shardId()));
    }

    @Override
    public void close() {
        client.close();
    }
}
