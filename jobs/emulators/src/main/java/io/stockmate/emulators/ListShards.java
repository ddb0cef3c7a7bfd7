package io.stockmate.emulators;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operation ListShards. Its NextToken holds the stream, the filter's type being applied on the first page only. */
final class ListShards implements Action {
    private static final int PAGE = 1_000;
    private static final int PAGE_MAX = 10_000;

    private final KinesisStreams streams;

    ListShards(KinesisStreams streams) {
        this.streams = streams;
    }

    /** Where the next page begins, and in which stream. */
    private record Token(String stream, String afterShardId) {
        String text() {
            return Base64.getEncoder().encodeToString((stream + "/" + afterShardId).getBytes(StandardCharsets.UTF_8));
        }

        static Token parse(String text) {
            try {
                String decoded = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
                int slash = decoded.indexOf('/');
                if (slash > 0) {
                    return new Token(decoded.substring(0, slash), decoded.substring(slash + 1));
                }
            } catch (IllegalArgumentException notBase64) {
                throw invalid(text);
            }
            throw invalid(text);
        }

        private static ApiException invalid(String text) {
            return ApiException.invalidArgument("NextToken " + text + " is not one that this endpoint gave out.");
        }
    }

    @Override
    public Reply perform(Request request) {
        @Nullable String next = request.optionalText("NextToken");
        if (next != null && request.optionalText("StreamName") != null) {
            throw ApiException.invalidArgument("NextToken and StreamName cannot be given together.");
        }
        @Nullable Token token = next == null ? null : Token.parse(next);
        KinesisStream stream = streams.named(token == null ? StreamNames.of(request) : token.stream());
        @Nullable String after = token == null ? request.optionalText("ExclusiveStartShardId") : token.afterShardId();
        Predicate<ShardDescription> filter = ShardFilter.of(request.optionalObject("ShardFilter"));
        List<ShardReply> shards = ShardReply.of(stream).stream()
                .filter(reply -> filter.test(reply.shard().description()))
                .toList();
        int limit = request.integerOr("MaxResults", PAGE, 1, PAGE_MAX);
        Page<ShardReply> page = Page.of(shards, ShardReply::id, after, limit);
        @Nullable String nextKey = page.nextKey();
        return out -> {
            out.objects("Shards", page.entries());
            out.text("NextToken", nextKey == null ? null : new Token(stream.name(), nextKey).text());
        };
    }
}
