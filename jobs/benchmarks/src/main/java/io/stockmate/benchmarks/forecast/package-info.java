/** Forecasts of recorded series, scored as the forecasting competitions do. */
@NullMarked
package io.stockmate.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
