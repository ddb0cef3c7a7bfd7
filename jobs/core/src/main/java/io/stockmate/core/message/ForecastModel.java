package io.stockmate.core.message;

/** Who forecasts. The first is the champion, by which stock is planned; the others are scored beside it. */
public enum ForecastModel {
    /** The forecaster of {@code core.demand}. */
    ADAPTIVE,
    /** The value of a week ago. */
    SEASONAL_NAIVE,
    /** The mean of the last 28 days. */
    MOVING_AVERAGE
}
