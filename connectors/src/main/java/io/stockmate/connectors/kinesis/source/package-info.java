/**
 * A Kinesis source that keeps the order of a key across resharding: a shard is read only when a completed checkpoint
 * contains the end of its parents, so that their records have been processed by everything behind the source.
 */
@NullMarked
package io.stockmate.connectors.kinesis.source;

import org.jspecify.annotations.NullMarked;
