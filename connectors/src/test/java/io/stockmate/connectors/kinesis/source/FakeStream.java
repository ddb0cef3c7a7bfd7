package io.stockmate.connectors.kinesis.source;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.Record;

/** A stream in memory. A shard's n-th record has sequence number n; iterators are {@code SHARD@PLACE}. */
final class FakeStream implements StreamCalls {
    static final HashKeys ALL =
            new HashKeys(BigInteger.ZERO, BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE));

    final List<String> asked = new ArrayList<>();

    /** Thrown by the next reads, one each. */
    final Deque<RuntimeException> failures = new ArrayDeque<>();

    long serviceMillis = 7_000;
    int recordsPerReply = 100;

    private final Map<String, List<String>> parents = new TreeMap<>();
    private final Map<String, List<Record>> records = new TreeMap<>();
    private final Set<String> closed = new HashSet<>();

    synchronized FakeStream shard(String id, String... itsParents) {
        parents.put(id, List.of(itsParents));
        records.put(id, new ArrayList<>());
        return this;
    }

    synchronized FakeStream close(String id) {
        closed.add(id);
        return this;
    }

    synchronized FakeStream unlist(String id) {
        parents.remove(id);
        return this;
    }

    FakeStream put(String shard, String text) {
        return put(shard, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    synchronized FakeStream put(String shard, byte[] data) {
        List<Record> stored = records.get(shard);
        stored.add(Record.builder()
                .partitionKey("SKU-1")
                .sequenceNumber(Integer.toString(stored.size()))
                .approximateArrivalTimestamp(Instant.ofEpochMilli(1_000 + stored.size()))
                .data(SdkBytes.fromByteArray(data))
                .build());
        return this;
    }

    @Override
    public synchronized Listing list() {
        List<ListedShard> shards = new ArrayList<>();
        parents.forEach((id, itsParents) -> shards.add(new ListedShard(id, itsParents, ALL, closed.contains(id))));
        return new Listing(shards, serviceMillis);
    }

    @Override
    public synchronized String iterator(String shardId, Position position) {
        asked.add(shardId + " " + position.kind() + " " + position.sequenceNumber());
        int place =
                switch (position.kind()) {
                    case TRIM_HORIZON -> 0;
                    case AT_TIMESTAMP -> (int) Math.max(0, position.number() - 1_000);
                    case AFTER -> Integer.parseInt(position.sequenceNumber()) + 1;
                    case INSIDE -> Integer.parseInt(position.sequenceNumber());
                };
        return shardId + "@" + place;
    }

    @Override
    public synchronized Reply read(String iterator) {
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        String[] parts = iterator.split("@");
        List<Record> stored = records.get(parts[0]);
        int start = Math.min(stored.size(), Integer.parseInt(parts[1]));
        int end = Math.min(stored.size(), start + recordsPerReply);
        boolean over = end == stored.size() && closed.contains(parts[0]);
        return new Reply(
                List.copyOf(stored.subList(start, end)), over ? null : parts[0] + "@" + end, stored.size() - end);
    }

    @Override
    public void close() {}
}
