/**
 * Demand: a forecaster that reads each value once, in bounded state and without ever refitting, and what to hold in
 * stock by its distributions. Deterministic: equal values in equal order give equal bytes, on every machine.
 */
@NullMarked
package io.stockmate.core.demand;

import org.jspecify.annotations.NullMarked;
