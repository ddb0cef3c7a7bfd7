/**
 * Everything that runs on a laptop: the endpoints of Kinesis and Firehose, the jobs in a Flink cluster, and the lake,
 * all in one JVM, on 127.0.0.1, on top of one directory.
 */
@NullMarked
package io.stockmate.local.platform;

import org.jspecify.annotations.NullMarked;
