package io.stockmate.emulators;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on streams as a whole. A stream is ACTIVE as soon as it has been created. */
final class StreamActions {
    private static final int RETENTION_HOURS = 365 * 24;
    private static final int ON_DEMAND_SHARDS = 4;
    private static final int STREAMS_A_PAGE = 100;
    private static final int PAGE_MAX = 10_000;

    private final KinesisStreams streams;

    StreamActions(KinesisStreams streams) {
        this.streams = streams;
    }

    void addTo(Map<String, Action> actions) {
        actions.put("CreateStream", this::create);
        actions.put("DeleteStream", this::delete);
        actions.put("DescribeStream", this::describe);
        actions.put("DescribeStreamSummary", this::summarize);
        actions.put("ListStreams", this::list);
    }

    private Reply create(Request request) throws IOException {
        Request mode = request.optionalObject("StreamModeDetails");
        boolean onDemand = mode != null && "ON_DEMAND".equals(mode.optionalText("StreamMode"));
        int shards = request.integerOr("ShardCount", onDemand ? ON_DEMAND_SHARDS : 0, 1, Integer.MAX_VALUE);
        streams.create(request.text("StreamName"), shards);
        return Reply.EMPTY;
    }

    private Reply delete(Request request) throws IOException {
        streams.delete(StreamNames.of(request));
        return Reply.EMPTY;
    }

    private Reply describe(Request request) {
        KinesisStream stream = streams.named(StreamNames.of(request));
        int limit = request.integerOr("Limit", STREAMS_A_PAGE, 1, PAGE_MAX);
        @Nullable String after = request.optionalText("ExclusiveStartShardId");
        Page<ShardReply> page = Page.of(ShardReply.of(stream), ShardReply::id, after, limit);
        return out -> out.object("StreamDescription", members -> {
            common(stream, members);
            members.objects("Shards", page.entries());
            members.flag("HasMoreShards", page.hasMore());
        });
    }

    private Reply summarize(Request request) {
        KinesisStream stream = streams.named(StreamNames.of(request));
        return out -> out.object("StreamDescriptionSummary", members -> {
            common(stream, members);
            members.number("OpenShardCount", stream.openShards());
            members.number("ConsumerCount", 0);
        });
    }

    private static void common(KinesisStream stream, ReplyWriter out) throws IOException {
        summary(stream, out);
        out.number("RetentionPeriodHours", RETENTION_HOURS);
        out.objects("EnhancedMonitoring", List.of((Reply) levels -> levels.texts("ShardLevelMetrics", List.of())));
        out.text("EncryptionType", "NONE");
    }

    private static void summary(KinesisStream stream, ReplyWriter out) throws IOException {
        out.text("StreamName", stream.name());
        out.text("StreamARN", StreamNames.arn(stream.name()));
        out.text("StreamStatus", "ACTIVE");
        out.object("StreamModeDetails", mode -> mode.text("StreamMode", "PROVISIONED"));
        out.time("StreamCreationTimestamp", stream.createdAt());
    }

    private Reply list(Request request) {
        @Nullable String token = request.optionalText("NextToken");
        @Nullable String after = token == null ? request.optionalText("ExclusiveStartStreamName") : token;
        int limit = request.integerOr("Limit", STREAMS_A_PAGE, 1, PAGE_MAX);
        Page<KinesisStream> page = Page.of(streams.all(), KinesisStream::name, after, limit);
        return out -> {
            out.texts(
                    "StreamNames",
                    page.entries().stream().map(KinesisStream::name).toList());
            out.objects(
                    "StreamSummaries",
                    page.entries().stream()
                            .map(stream -> (Reply) members -> summary(stream, members))
                            .toList());
            out.flag("HasMoreStreams", page.hasMore());
            out.text("NextToken", page.nextKey());
        };
    }
}
