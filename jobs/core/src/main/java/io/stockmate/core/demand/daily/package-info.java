/**
 * Demand per account and day from the events of a symbol, and what follows from it when a day is closed: scores,
 * forecasts and suggestions. A pure function of the events: no clock, no order but theirs.
 */
@NullMarked
package io.stockmate.core.demand.daily;

import org.jspecify.annotations.NullMarked;
