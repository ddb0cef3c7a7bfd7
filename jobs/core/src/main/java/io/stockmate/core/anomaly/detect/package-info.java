/**
 * Statistical detectors of numeric series: causal, one pass, small fixed state, one configuration for every key. Floating
 * point is allowed here, with {@link java.lang.StrictMath}, so that every machine computes the same scores.
 */
@NullMarked
package io.stockmate.core.anomaly.detect;

import org.jspecify.annotations.NullMarked;
