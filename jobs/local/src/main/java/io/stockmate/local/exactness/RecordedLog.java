package io.stockmate.local.exactness;

import io.stockmate.local.platform.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * A stream {@code commands} as a Kinesis endpoint keeps it, arrival times included, and what plain Java makes of it.
 *
 * @param streams the endpoint's directory, which holds this stream and no other
 * @param records dead letters and those in aggregates included
 * @param longestPath Kinesis's records of a shard and of those that it came out of, one after another, at most
 * @param commands the last commandSeq, by symbol
 * @param chains the chain after the last event, by symbol
 */
record RecordedLog(
        Path streams,
        long records,
        long longestPath,
        SortedMap<String, Long> commands,
        SortedMap<String, Long> chains) {

    /** Commands in all chains together. */
    long commandCount() {
        return commands.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Lays the log into a directory that is not there, as if its records had arrived there. */
    void copyTo(Path directory) throws IOException {
        Directories.copy(streams, directory);
    }
}
