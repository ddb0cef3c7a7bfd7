/**
 * Kinesis streams: what Flink jobs read from and write to, and what programs without Flink put and poll.
 *
 * <p>Delivery is at-least-once everywhere: a request whose answer got lost is sent again, and its records then stand in
 * the stream twice, under two sequence numbers.
 */
@NullMarked
package io.stockmate.connectors.kinesis;

import org.jspecify.annotations.NullMarked;
