/**
 * Kinesis Data Streams and Firehose on a laptop: HTTP endpoints on 127.0.0.1 that the AWS SDKs and Flink's connectors
 * take for the real thing, with their logs kept in a directory. They check no signatures and depend on nothing of ours;
 * only the local platform and tests know them.
 */
@NullMarked
package io.stockmate.emulators;

import org.jspecify.annotations.NullMarked;
