/** Detectors measured on recorded series, by the rules of the Numenta Anomaly Benchmark. */
@NullMarked
package io.stockmate.benchmarks.anomaly;

import org.jspecify.annotations.NullMarked;
