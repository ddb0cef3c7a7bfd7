package io.stockmate.emulators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of Firehose for producers that put directly. */
final class FirehoseActions {
    private static final int RECORDS_MAX = 500;
    private static final int RECORD_BYTES_MAX = 1_000 << 10;
    private static final int BATCH_BYTES_MAX = 4 << 20;
    private static final int STREAMS_A_PAGE = 10;
    private static final int PAGE_MAX = 10_000;

    private final DeliveryStreams streams;
    private final RequestIds recordIds = new RequestIds();

    FirehoseActions(DeliveryStreams streams) {
        this.streams = streams;
    }

    Map<String, Action> byName() {
        Map<String, Action> actions = new HashMap<>();
        actions.put("CreateDeliveryStream", this::create);
        actions.put("DescribeDeliveryStream", this::describe);
        actions.put("ListDeliveryStreams", this::list);
        actions.put("PutRecord", this::putOne);
        actions.put("PutRecordBatch", this::putMany);
        return actions;
    }

    private Reply create(Request request) throws IOException {
        String name = request.text("DeliveryStreamName");
        Request destination = request.optionalObject("ExtendedS3DestinationConfiguration");
        if (destination == null) {
            destination = request.optionalObject("S3DestinationConfiguration");
        }
        @Nullable Request hints = destination == null ? null : destination.optionalObject("BufferingHints");
        streams.create(name, prefix(name, destination), bufferBytes(hints), bufferIntervalMillis(hints));
        return out -> out.text("DeliveryStreamARN", DeliveryReply.arn(name));
    }

    /** As at AWS none when there is a destination; without one, a directory of the stream's own. */
    private static String prefix(String name, @Nullable Request destination) {
        if (destination == null) {
            return name + "/";
        }
        @Nullable String prefix = destination.optionalText("Prefix");
        return prefix == null ? "" : prefix;
    }

    private static long bufferBytes(@Nullable Request hints) {
        return hints == null ? 0 : (long) hints.integerOr("SizeInMBs", 0, 1, 128) << 20;
    }

    private static long bufferIntervalMillis(@Nullable Request hints) {
        return hints == null ? 0 : hints.integerOr("IntervalInSeconds", 0, 1, 900) * 1000L;
    }

    private Reply describe(Request request) {
        DeliveryStream stream = streams.named(request.text("DeliveryStreamName"));
        return out -> out.object("DeliveryStreamDescription", new DeliveryReply(stream));
    }

    private Reply list(Request request) {
        int limit = request.integerOr("Limit", STREAMS_A_PAGE, 1, PAGE_MAX);
        @Nullable String after = request.optionalText("ExclusiveStartDeliveryStreamName");
        List<String> names = streams.all().stream()
                .map(stream -> stream.description().name())
                .toList();
        Page<String> page = Page.of(names, name -> name, after, limit);
        return out -> {
            out.texts("DeliveryStreamNames", page.entries());
            out.flag("HasMoreDeliveryStreams", page.hasMore());
        };
    }

    private Reply putOne(Request request) throws IOException {
        DeliveryStream stream = streams.named(request.text("DeliveryStreamName"));
        stream.put(List.of(data(request.object("Record"))));
        return out -> {
            out.text("RecordId", recordIds.next());
            out.flag("Encrypted", false);
        };
    }

    private Reply putMany(Request request) throws IOException {
        DeliveryStream stream = streams.named(request.text("DeliveryStreamName"));
        List<byte[]> records = new ArrayList<>();
        List<Reply> replies = new ArrayList<>();
        long bytes = 0;
        for (Request entry : request.objects("Records", RECORDS_MAX)) {
            byte[] data = data(entry);
            bytes += data.length;
            if (request.refusesEntry()) {
                replies.add(FirehoseActions::refuse);
            } else {
                records.add(data);
                replies.add(reply -> reply.text("RecordId", recordIds.next()));
            }
        }
        if (bytes > BATCH_BYTES_MAX) {
            throw ApiException.invalidArgument("The records have " + bytes + " bytes together; at most "
                    + BATCH_BYTES_MAX + " are allowed: send fewer at once.");
        }
        stream.put(records);
        return out -> {
            out.number("FailedPutCount", replies.size() - records.size());
            out.flag("Encrypted", false);
            out.objects("RequestResponses", replies);
        };
    }

    private static void refuse(ReplyWriter reply) throws IOException {
        reply.text("ErrorCode", "ServiceUnavailableException");
        reply.text("ErrorMessage", "Not stored, by a fault made on purpose.");
    }

    private static byte[] data(Request entry) {
        byte[] data = entry.blob("Data");
        if (data.length > RECORD_BYTES_MAX) {
            throw ApiException.validation(
                    "Data has " + data.length + " bytes; at most " + RECORD_BYTES_MAX + " are allowed.");
        }
        return data;
    }
}
