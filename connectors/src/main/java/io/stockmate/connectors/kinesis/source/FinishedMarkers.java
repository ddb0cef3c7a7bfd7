package io.stockmate.connectors.kinesis.source;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which shards were finished when a snapshot was taken, until a checkpoint completes: notifications may be skipped. */
final class FinishedMarkers {
    private final NavigableMap<Long, List<String>> bySnapshot = new TreeMap<>();

    void snapshot(long checkpointId, List<String> finishedShardIds) {
        bySnapshot.put(checkpointId, List.copyOf(finishedShardIds));
    }

    /** The shards whose end a completed checkpoint contains: a later snapshot has all that an earlier one had. */
    List<String> completed(long checkpointId) {
        Map.Entry<Long, List<String>> latest = bySnapshot.floorEntry(checkpointId);
        bySnapshot.headMap(checkpointId, true).clear();
        return latest == null ? List.of() : latest.getValue();
    }
}
