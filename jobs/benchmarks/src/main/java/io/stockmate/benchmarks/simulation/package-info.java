/**
 * Jobs, streams, sinks, checkpoints and crashes of a market in one thread, in an order that a seed gives: the rules of
 * core are the real ones, what is around them is written anew, as small as its promises allow.
 */
@NullMarked
package io.stockmate.benchmarks.simulation;

import org.jspecify.annotations.NullMarked;
