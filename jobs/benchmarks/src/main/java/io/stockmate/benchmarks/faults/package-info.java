/**
 * Anomalies planted into seeded series whose law is known, so that how plain each one is can be computed: the odds with
 * which an observer who knows the law and the anomaly would tell it from chance.
 */
@NullMarked
package io.stockmate.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
