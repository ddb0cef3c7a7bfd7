package io.stockmate.emulators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PutRecord and PutRecords: within a shard, records of one request are stored in the request's order. */
final class PutActions {
    private static final Logger LOG = LoggerFactory.getLogger(PutActions.class);
    private static final int RECORDS_MAX = 500;
    private static final int RECORD_BYTES_MAX = 1 << 20;
    private static final int REQUEST_BYTES_MAX = 5 << 20;
    private static final int KEY_CHARS_MAX = 256;
    private static final String RATE_EXCEEDED = "Rate exceeded for ";

    private final KinesisStreams streams;

    PutActions(KinesisStreams streams) {
        this.streams = streams;
    }

    void addTo(Map<String, Action> actions) {
        actions.put("PutRecord", this::putOne);
        actions.put("PutRecords", this::putMany);
    }

    /** SequenceNumberForOrdering needs no attention: numbers ascend within a shard in any case. */
    private Reply putOne(Request request) throws IOException {
        KinesisStream stream = streams.named(StreamNames.of(request));
        NewRecord record = record(request);
        stream.putLock().lock();
        try {
            stream.requireTaking();
            Shard shard = route(stream, request, record);
            if (!takes(shard, record)) {
                throw ApiException.throughputExceeded(RATE_EXCEEDED + shard.id());
            }
            String sequenceNumber = shard.append(List.of(record)).get(0);
            return out -> {
                out.text("ShardId", shard.id());
                out.text("SequenceNumber", sequenceNumber);
                out.text("EncryptionType", "NONE");
            };
        } finally {
            stream.putLock().unlock();
        }
    }

    private static boolean takes(Shard shard, NewRecord record) {
        @Nullable ShardLimits limits = shard.limits();
        return limits == null || limits.takes(record);
    }

    private Reply putMany(Request request) {
        KinesisStream stream = streams.named(StreamNames.of(request));
        List<Request> entries = request.objects("Records", RECORDS_MAX);
        List<NewRecord> records = entries.stream().map(PutActions::record).toList();
        long bytes = records.stream().mapToLong(NewRecord::bytes).sum();
        if (bytes > REQUEST_BYTES_MAX) {
            throw ApiException.invalidArgument("The records have " + bytes + " bytes together; at most "
                    + REQUEST_BYTES_MAX + " are allowed: send fewer at once.");
        }
        stream.putLock().lock();
        try {
            stream.requireTaking();
            return reply(List.of(put(stream, request, entries, records)));
        } finally {
            stream.putLock().unlock();
        }
    }

    private static PutResult[] put(
            KinesisStream stream, Request request, List<Request> entries, List<NewRecord> records) {
        Map<Shard, ShardPut> puts = new LinkedHashMap<>();
        @Nullable PutResult[] results = new PutResult[entries.size()];
        for (int i = 0; i < entries.size(); i++) {
            Shard shard = route(stream, entries.get(i), records.get(i));
            if (request.refusesEntry()) {
                results[i] = PutResult.failed("InternalFailure", "Not stored, by a fault made on purpose.");
            } else if (takes(shard, records.get(i))) {
                puts.computeIfAbsent(shard, ShardPut::new).add(i, records.get(i));
            } else {
                results[i] = PutResult.failed("ProvisionedThroughputExceededException", RATE_EXCEEDED + shard.id());
            }
        }
        puts.values().forEach(put -> put.append(results));
        return results;
    }

    private static Reply reply(List<PutResult> results) {
        long failed = results.stream().filter(PutResult::failed).count();
        return out -> {
            out.number("FailedRecordCount", failed);
            out.objects("Records", results);
            out.text("EncryptionType", "NONE");
        };
    }

    private static NewRecord record(Request entry) {
        NewRecord record = new NewRecord(entry.text("PartitionKey"), entry.blob("Data"));
        int keyChars = record.partitionKey().length();
        if (keyChars < 1 || keyChars > KEY_CHARS_MAX) {
            throw ApiException.validation(
                    "PartitionKey has " + keyChars + " characters; it must have between 1 and " + KEY_CHARS_MAX + ".");
        }
        if (record.bytes() > RECORD_BYTES_MAX) {
            throw ApiException.validation("Data and PartitionKey have " + record.bytes() + " bytes together; at most "
                    + RECORD_BYTES_MAX + " are allowed.");
        }
        return record;
    }

    private static Shard route(KinesisStream stream, Request entry, NewRecord record) {
        @Nullable String explicit = entry.optionalText("ExplicitHashKey");
        return stream.route(explicit == null ? HashRange.hashKey(record.partitionKey()) : HashRange.explicit(explicit));
    }

    /** The part of a request that goes to one shard; it is stored as a whole, or each of its entries has failed. */
    private static final class ShardPut {
        private final Shard shard;
        private final List<Integer> places = new ArrayList<>();
        private final List<NewRecord> records = new ArrayList<>();

        ShardPut(Shard shard) {
            this.shard = shard;
        }

        void add(int place, NewRecord record) {
            places.add(place);
            records.add(record);
        }

        void append(@Nullable PutResult[] results) {
            try {
                List<String> numbers = shard.append(records);
                for (int i = 0; i < numbers.size(); i++) {
                    results[places.get(i)] = PutResult.stored(shard.id(), numbers.get(i));
                }
            } catch (IOException failure) {
                LOG.error("{} could not store {} records", shard.id(), records.size(), failure);
                for (int place : places) {
                    results[place] = PutResult.failed("InternalFailure", "Not stored: " + failure.getMessage());
                }
            }
        }
    }
}
