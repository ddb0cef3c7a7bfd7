/**
 * Statistical detectors of numeric series: causal, one pass, small fixed state, one configuration for every key.
 * Floating point is allowed here, with {@link java.lang.StrictMath}, so that every machine computes the same scores.
 *
 * <p>Sources: tails over a threshold that is learned as values come, Siffer, Fouque, Termier and Largouët, "Anomaly
 * Detection in Streams with Extreme Value Theory", KDD 2017; windows that end now, Lai, "Sequential changepoint
 * detection in quality control and dynamical systems", J. R. Statist. Soc. B 57 (1995); running means of sizes for
 * changes of scatter, MacGregor and Harris, "The exponentially weighted moving variance", Journal of Quality Technology
 * 25 (1993); what a detector's first alarm is worth, Lavin and Ahmad, "Evaluating Real-Time Anomaly Detection
 * Algorithms", ICMLA 2015.
 */
@NullMarked
package io.stockmate.core.anomaly.detect;

import org.jspecify.annotations.NullMarked;
