package io.stockmate.emulators;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shard as DescribeStream and ListShards show it. */
record ShardReply(Shard shard) implements Reply {

    static List<ShardReply> of(KinesisStream stream) {
        return stream.shards().stream().map(ShardReply::new).toList();
    }

    String id() {
        return shard.id();
    }

    @Override
    public void writeTo(ReplyWriter out) throws IOException {
        ShardDescription description = shard.description();
        out.text("ShardId", shard.id());
        out.text("ParentShardId", idOrNull(description.parent()));
        out.text("AdjacentParentShardId", idOrNull(description.adjacentParent()));
        out.object("HashKeyRange", range -> {
            range.text("StartingHashKey", description.hashRange().start().toString());
            range.text("EndingHashKey", description.hashRange().end().toString());
        });
        out.object("SequenceNumberRange", range -> {
            range.text("StartingSequenceNumber", shard.sequenceNumbers().start());
            if (!description.open()) {
                range.text(
                        "EndingSequenceNumber",
                        shard.sequenceNumbers().of(shard.log().size()));
            }
        });
    }

    private static @Nullable String idOrNull(@Nullable Integer number) {
        return number == null ? null : ShardDescription.id(number);
    }
}
