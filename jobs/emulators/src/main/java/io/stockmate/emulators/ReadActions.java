package io.stockmate.emulators;

import io.stockmate.emulators.ShardIterators.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GetShardIterator and GetRecords. */
final class ReadActions {
    private static final int RECORDS_MAX = 10_000;
    private static final long REPLY_BYTES_MAX = 10 << 20;

    private final KinesisStreams streams;
    private final ShardIterators iterators;
    private final ArrivalClock clock;
    private final Duration wait;

    /** @param wait how long a patient GetRecords waits for a record where there is none yet */
    ReadActions(KinesisStreams streams, ShardIterators iterators, ArrivalClock clock, Duration wait) {
        this.streams = streams;
        this.iterators = iterators;
        this.clock = clock;
        this.wait = wait;
    }

    void addTo(Map<String, Action> actions) {
        actions.put("GetShardIterator", this::shardIterator);
        actions.put("GetRecords", this::records);
    }

    private Reply shardIterator(Request request) throws IOException {
        KinesisStream stream = streams.named(StreamNames.of(request));
        Shard shard = stream.shard(request.text("ShardId"));
        String iterator = iterators.issue(place(stream, shard, position(request, shard)));
        return out -> out.text("ShardIterator", iterator);
    }

    private static Place place(KinesisStream stream, Shard shard, long position) {
        return new Place(stream.name(), stream.createdAt(), shard.id(), position);
    }

    private long position(Request request, Shard shard) throws IOException {
        String type = request.text("ShardIteratorType");
        return switch (type) {
            case "TRIM_HORIZON" -> 0;
            case "LATEST" -> shard.log().size();
            case "AT_SEQUENCE_NUMBER" -> Math.max(0, stored(request, shard));
            case "AFTER_SEQUENCE_NUMBER" -> stored(request, shard) + 1;
            case "AT_TIMESTAMP" -> shard.log().positionAt(past(request.time("Timestamp")));
            default ->
                throw ApiException.invalidArgument("ShardIteratorType " + type
                        + " is none of TRIM_HORIZON, LATEST, AT_SEQUENCE_NUMBER, AFTER_SEQUENCE_NUMBER, AT_TIMESTAMP.");
        };
    }

    /** The position of a record that is there; -1 for the start of the shard. */
    private static long stored(Request request, Shard shard) {
        String number = request.text("StartingSequenceNumber");
        long position = shard.sequenceNumbers().position(number);
        if (position >= shard.log().size()) {
            throw ApiException.invalidArgument("Sequence number " + number + " lies behind the last record of "
                    + shard.id() + ", which has " + shard.log().size() + ".");
        }
        return position;
    }

    private long past(long time) {
        long now = clock.millis();
        if (time > now) {
            throw ApiException.invalidArgument("Timestamp " + time + " lies in the future; it is " + now + ".");
        }
        return time;
    }

    private Reply records(Request request) throws IOException {
        Place place = iterators.open(request.text("ShardIterator"));
        int limit = request.integerOr("Limit", RECORDS_MAX, 1, RECORDS_MAX);
        KinesisStream stream = streams.named(place.stream());
        if (stream.createdAt() != place.streamCreatedAt()) {
            throw ApiException.notFound("The iterator belongs to an earlier stream " + place.stream() + ".");
        }
        Shard shard = stream.shard(place.shardId());
        @Nullable ShardLimits limits = shard.limits();
        if (limits != null && !limits.allowsRead()) {
            throw ApiException.throughputExceeded("Rate exceeded for " + shard.id());
        }
        if (request.isPatient()) {
            shard.awaitRecord(place.position(), wait);
        }
        // Before the size: what was appended before the shard closed is part of it.
        boolean closed = !shard.description().open();
        List<StoredRecord> records = shard.log().read(place.position(), limit, REPLY_BYTES_MAX);
        long next = place.position() + records.size();
        long end = shard.log().size();
        boolean ended = closed && next >= end;
        if (limits != null) {
            limits.gave(
                    records.stream().mapToLong(record -> record.data().length).sum());
        }
        @Nullable String nextIterator = ended ? null : iterators.issue(place(stream, shard, next));
        long millisBehind = next >= end ? 0 : Math.max(0, clock.millis() - arrivalOfLast(records));
        return out -> {
            out.objects("Records", replies(shard, records));
            out.text("NextShardIterator", nextIterator);
            out.number("MillisBehindLatest", millisBehind);
            if (ended) {
                out.objects("ChildShards", ChildShardReply.of(stream, shard));
            }
        };
    }

    private static long arrivalOfLast(List<StoredRecord> records) {
        return records.isEmpty() ? 0 : records.get(records.size() - 1).arrivedAt();
    }

    private static List<Reply> replies(Shard shard, List<StoredRecord> records) {
        return records.stream().map(record -> reply(shard, record)).toList();
    }

    private static Reply reply(Shard shard, StoredRecord record) {
        return out -> {
            out.text("SequenceNumber", shard.sequenceNumbers().of(record.position()));
            out.time("ApproximateArrivalTimestamp", record.arrivedAt());
            out.blob("Data", record.data());
            out.text("PartitionKey", record.partitionKey());
            out.text("EncryptionType", "NONE");
        };
    }
}
