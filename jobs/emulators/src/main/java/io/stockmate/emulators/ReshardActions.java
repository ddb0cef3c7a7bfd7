package io.stockmate.emulators;

import java.io.IOException;
import java.util.Map;

/** SplitShard and MergeShards, done when they are answered. */
final class ReshardActions {
    private final KinesisStreams streams;

    ReshardActions(KinesisStreams streams) {
        this.streams = streams;
    }

    void addTo(Map<String, Action> actions) {
        actions.put("SplitShard", this::split);
        actions.put("MergeShards", this::merge);
    }

    private Reply split(Request request) throws IOException {
        KinesisStream stream = streams.named(StreamNames.of(request));
        stream.split(request.text("ShardToSplit"), HashRange.explicit(request.text("NewStartingHashKey")));
        return Reply.EMPTY;
    }

    private Reply merge(Request request) throws IOException {
        KinesisStream stream = streams.named(StreamNames.of(request));
        stream.merge(request.text("ShardToMerge"), request.text("AdjacentShardToMerge"));
        return Reply.EMPTY;
    }
}
