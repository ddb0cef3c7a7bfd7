package io.stockmate.benchmarks.forecast;

import java.util.List;

/**
 * The methods that a forecaster of counts has to beat. Each forecasts one value for all steps, but the seasonal naive.
 */
enum SimpleMethod {
    NAIVE,
    SEASONAL_NAIVE,
    MOVING_AVERAGE_SHORT,
    MOVING_AVERAGE_LONG,
    EXPONENTIAL_SMOOTHING,
    CROSTON,
    SYNTETOS_BOYLAN,
    TEUNTER_SYNTETOS_BABAI,
    EMPIRICAL_WINDOW,
    EMPIRICAL_HISTORY;

    private static final double GAIN = 0.1;
    private static final int SEASONS_SHORT = 1;
    private static final int SEASONS_LONG = 4;

    static List<SimpleMethod> all() {
        return List.of(values());
    }

    /**
     * The method's forecast; its quantiles are those of its errors one step ahead, the empirical ones of the values.
     */
    PredictedDemand predict(RecordedDemand demand) {
        SimpleHistory history = SimpleHistory.of(demand);
        double[] values = history.values();
        int season = history.season();
        return switch (this) {
            case NAIVE -> history.withErrors(1, SimpleSmoothing.lagged(values, 1));
            case SEASONAL_NAIVE -> history.withErrors(season, SimpleSmoothing.lagged(values, season));
            case MOVING_AVERAGE_SHORT ->
                history.withErrors(1, SimpleSmoothing.movingAverage(values, SEASONS_SHORT * history.window()));
            case MOVING_AVERAGE_LONG ->
                history.withErrors(1, SimpleSmoothing.movingAverage(values, SEASONS_LONG * history.window()));
            case EXPONENTIAL_SMOOTHING -> history.withErrors(1, SimpleSmoothing.exponential(values, GAIN));
            case CROSTON -> history.withErrors(1, SimpleSmoothing.croston(values, GAIN, 1));
            case SYNTETOS_BOYLAN -> history.withErrors(1, SimpleSmoothing.croston(values, GAIN, 1 - GAIN / 2));
            case TEUNTER_SYNTETOS_BABAI -> history.withErrors(1, SimpleSmoothing.teunter(values, GAIN));
            case EMPIRICAL_WINDOW -> history.ofValues(SEASONS_LONG * history.window());
            case EMPIRICAL_HISTORY -> history.ofValues(values.length);
        };
    }
}
