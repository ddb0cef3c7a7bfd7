package io.stockmate.connectors.kinesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.kinesis.model.HashKeyRange;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** A stream in memory that refuses, throttles and fails as told. Iterators are {@code SHARD@OFFSET}. */
final class FakeKinesis implements KinesisClient {
    private static final String LAST_KEY =
            BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE).toString();

    final Map<String, List<Record>> records = new TreeMap<>();
    final Map<String, Shard> shards = new TreeMap<>();
    final List<PutRecordsRequest> puts = new ArrayList<>();
    final List<String> reads = new ArrayList<>();
    final List<ListShardsRequest> listings = new ArrayList<>();

    /** Thrown by the next reads, one each. */
    final Deque<RuntimeException> readFailures = new ArrayDeque<>();

    /** Which entries of a request are refused, by request; none after the last. */
    final Deque<Predicate<PutRecordsRequestEntry>> refusals = new ArrayDeque<>();

    private final List<String> closed = new ArrayList<>();
    private int shardsPerPage = 100;

    FakeKinesis shard(String id, String... parents) {
        return shard(
                id,
                HashKeyRange.builder()
                        .startingHashKey("0")
                        .endingHashKey(LAST_KEY)
                        .build(),
                parents);
    }

    FakeKinesis shard(String id, HashKeyRange keys, String... parents) {
        Shard.Builder shard = Shard.builder().shardId(id).hashKeyRange(keys);
        if (parents.length > 0) {
            shard.parentShardId(parents[0]);
        }
        if (parents.length > 1) {
            shard.adjacentParentShardId(parents[1]);
        }
        shards.put(id, shard.build());
        records.computeIfAbsent(id, any -> new ArrayList<>());
        return this;
    }

    FakeKinesis close(String shard) {
        closed.add(shard);
        return this;
    }

    FakeKinesis shardsPerPage(int count) {
        shardsPerPage = count;
        return this;
    }

    FakeKinesis record(String shard, String text) {
        return record(shard, SdkBytes.fromUtf8String(text));
    }

    FakeKinesis record(String shard, SdkBytes data) {
        List<Record> stored = records.get(shard);
        stored.add(Record.builder()
                .partitionKey("SKU-001")
                .sequenceNumber(shard + "-" + stored.size())
                .approximateArrivalTimestamp(Instant.ofEpochMilli(1_000 + stored.size()))
                .data(data)
                .build());
        return this;
    }

    @Override
    public PutRecordsResponse putRecords(PutRecordsRequest request) {
        puts.add(request);
        Predicate<PutRecordsRequestEntry> refused = refusals.isEmpty() ? entry -> false : refusals.remove();
        List<PutRecordsResultEntry> results = new ArrayList<>();
        for (PutRecordsRequestEntry entry : request.records()) {
            PutRecordsResultEntry.Builder result = PutRecordsResultEntry.builder();
            if (refused.test(entry)) {
                result.errorCode("ProvisionedThroughputExceededException").errorMessage("Rate exceeded");
            } else {
                shard("s0").record("s0", entry.data().asString(StandardCharsets.ISO_8859_1));
                result.shardId("s0").sequenceNumber("s0-" + (records.get("s0").size() - 1));
            }
            results.add(result.build());
        }
        return PutRecordsResponse.builder().records(results).build();
    }

    @Override
    public ListShardsResponse listShards(ListShardsRequest request) {
        listings.add(request);
        int start = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        List<Shard> all = List.copyOf(shards.values());
        int end = Math.min(all.size(), start + shardsPerPage);
        return ListShardsResponse.builder()
                .shards(all.subList(start, end))
                .nextToken(end < all.size() ? Integer.toString(end) : null)
                .build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        List<Record> stored = records.get(request.shardId());
        int offset =
                switch (request.shardIteratorType()) {
                    case TRIM_HORIZON -> 0;
                    case LATEST -> stored.size();
                    case AT_TIMESTAMP -> firstAt(stored, request.timestamp());
                    case AFTER_SEQUENCE_NUMBER -> after(stored, request.startingSequenceNumber());
                    default -> throw new IllegalArgumentException(request.shardIteratorTypeAsString());
                };
        return GetShardIteratorResponse.builder()
                .shardIterator(request.shardId() + "@" + offset)
                .build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        String[] iterator = request.shardIterator().split("@");
        reads.add(iterator[0]);
        if (!readFailures.isEmpty()) {
            RuntimeException failure = readFailures.remove();
            if (failure != NONE) {
                throw failure;
            }
        }
        List<Record> stored = records.get(iterator[0]);
        int start = Integer.parseInt(iterator[1]);
        int end = Math.min(stored.size(), start + request.limit());
        boolean over = end == stored.size() && closed.contains(iterator[0]);
        return GetRecordsResponse.builder()
                .records(stored.subList(start, end))
                .nextShardIterator(over ? null : iterator[0] + "@" + end)
                .millisBehindLatest(end == stored.size() ? 0L : 1_000L)
                .build();
    }

    /** Among the read failures: a read that works. */
    static final RuntimeException NONE = new RuntimeException("none");

    private static int firstAt(List<Record> stored, @Nullable Instant timestamp) {
        int offset = 0;
        while (offset < stored.size()
                && stored.get(offset).approximateArrivalTimestamp().isBefore(timestamp)) {
            offset++;
        }
        return offset;
    }

    private static int after(List<Record> stored, String sequenceNumber) {
        int offset = 0;
        while (!stored.get(offset).sequenceNumber().equals(sequenceNumber)) {
            offset++;
        }
        return offset + 1;
    }

    @Override
    public String serviceName() {
        return "kinesis";
    }

    @Override
    public void close() {}
}
