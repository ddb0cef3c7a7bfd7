/**
 * Finds movements of stock that do not look like the key's own: issues of a size or at a time that its sales would
 * hardly give, such as write-offs and corrections. A marked point process per key: how often something moves, and how
 * much at a time. Floating point is allowed here, with {@link java.lang.StrictMath}, so that every machine computes the
 * same scores.
 */
@NullMarked
package io.stockmate.core.anomaly.movement;

import org.jspecify.annotations.NullMarked;
