package io.stockmate.emulators;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A child as GetRecords shows it at the end of its parent. */
record ChildShardReply(ShardDescription child) implements Reply {

    static List<ChildShardReply> of(KinesisStream stream, Shard parent) {
        int number = parent.description().number();
        return stream.shards().stream()
                .map(Shard::description)
                .filter(shard -> Stream.of(shard.parent(), shard.adjacentParent())
                        .anyMatch(candidate -> Objects.equals(candidate, number)))
                .map(ChildShardReply::new)
                .toList();
    }

    @Override
    public void writeTo(ReplyWriter out) throws IOException {
        out.text("ShardId", child.id());
        out.texts(
                "ParentShards",
                Stream.of(child.parent(), child.adjacentParent())
                        .filter(Objects::nonNull)
                        .map(ShardDescription::id)
                        .toList());
        out.object("HashKeyRange", range -> {
            range.text("StartingHashKey", child.hashRange().start().toString());
            range.text("EndingHashKey", child.hashRange().end().toString());
        });
    }
}
