package io.stockmate.benchmarks.forecast;

import io.stockmate.core.demand.Forecast;
import io.stockmate.core.demand.Forecaster;
import io.stockmate.core.demand.ForecasterSettings;
import java.util.List;

/**
 * One series through the job's own forecaster.
 *
 * @param stateBytes what the forecaster's state takes after the history
 */
record ForecasterRun(PredictedDemand predicted, int stateBytes) {
    /** @param periods the season lengths; empty for the series' own */
    static ForecasterRun of(RecordedDemand series, List<Integer> periods) {
        Forecaster forecaster = after(series, periods);
        Forecast forecast = forecaster.forecast(series.horizon());
        double[] mean = new double[series.horizon()];
        double[][] quantiles = new double[PredictedDemand.PROBABILITIES.length][series.horizon()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = forecast.mean(i + 1);
            for (int q = 0; q < quantiles.length; q++) {
                quantiles[q][i] = forecast.quantile(i + 1, PredictedDemand.PROBABILITIES[q]);
            }
        }
        return new ForecasterRun(new PredictedDemand(mean, quantiles), forecaster.write().length);
    }

    private static Forecaster after(RecordedDemand series, List<Integer> periods) {
        Forecaster forecaster = Forecaster.of(settings(series, periods));
        for (double value : series.history()) {
            forecaster.observe(value);
        }
        return forecaster;
    }

    static ForecasterSettings settings(RecordedDemand series, List<Integer> periods) {
        return periods.isEmpty()
                ? ForecasterSettings.seasons(series.season())
                : ForecasterSettings.seasons(
                        periods.stream().mapToInt(Integer::intValue).toArray());
    }
}
