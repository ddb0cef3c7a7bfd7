package io.stockmate.benchmarks.forecast;

import java.util.Arrays;

/**
 * The known values of a history, for methods that know no missing ones.
 *
 * @param window the values that the shortest moving average takes: a season of days or hours, half a year of months
 */
record SimpleHistory(double[] values, int season, int window, int horizon) {
    static SimpleHistory of(RecordedDemand demand) {
        double[] known = Arrays.stream(demand.history())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        int season = Math.max(1, Math.min(demand.season(), known.length));
        return new SimpleHistory(
                known.length == 0 ? new double[1] : known,
                season,
                demand.season() == 12 ? 6 : Math.max(4, demand.season()),
                demand.horizon());
    }

    /**
     * @param repeat after how many steps the forecast repeats
     * @param fitted what was forecast for each place of the history and, beyond it, for the next {@code repeat}
     */
    PredictedDemand withErrors(int repeat, double[] fitted) {
        int length = values.length;
        double[] errors = new double[length - Math.min(repeat, length - 1)];
        for (int i = 0; i < errors.length; i++) {
            int place = length - errors.length + i;
            errors[i] = values[place] - fitted[place];
        }
        Arrays.sort(errors);
        double[] mean = new double[horizon];
        double[][] quantiles = new double[PredictedDemand.PROBABILITIES.length][horizon];
        for (int h = 0; h < horizon; h++) {
            mean[h] = fitted[length + h % repeat];
            for (int q = 0; q < quantiles.length; q++) {
                quantiles[q][h] = Math.max(0, mean[h] + quantile(errors, PredictedDemand.PROBABILITIES[q]));
            }
        }
        return new PredictedDemand(mean, quantiles);
    }

    /** Mean and quantiles of the last {@code count} values. */
    PredictedDemand ofValues(int count) {
        double[] last = Arrays.copyOfRange(values, Math.max(0, values.length - count), values.length);
        double[] mean = new double[horizon];
        Arrays.fill(mean, Arrays.stream(last).sum() / last.length);
        Arrays.sort(last);
        double[][] quantiles = new double[PredictedDemand.PROBABILITIES.length][horizon];
        for (int q = 0; q < quantiles.length; q++) {
            Arrays.fill(quantiles[q], quantile(last, PredictedDemand.PROBABILITIES[q]));
        }
        return new PredictedDemand(mean, quantiles);
    }

    /** The quantile of sorted values, linear between neighbours (Hyndman and Fan's seventh definition). */
    static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
