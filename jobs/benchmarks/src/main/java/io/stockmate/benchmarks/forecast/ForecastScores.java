package io.stockmate.benchmarks.forecast;

import java.util.Locale;

/** Errors summed over series. A mean over series leaves out those for which its error is not defined. */
final class ForecastScores {
    private int series;
    private final Mean percentage = new Mean();
    private final Mean percentageOfNaive2 = new Mean();
    private final Mean scaled = new Mean();
    private final Mean scaledOfNaive2 = new Mean();
    private final Mean intervals = new Mean();
    private final Mean squares = new Mean();
    private final Mean pinball = new Mean();
    private double pooledPercentages;
    private int points;
    private int covered;
    private int above;

    void add(RecordedDemand demand, PredictedDemand predicted) {
        series++;
        double[] test = demand.test();
        double[] naive2 = Naive2.forecast(demand);
        double scale = PointErrors.seasonalScale(demand.history(), demand.season());
        percentage.add(PointErrors.symmetricPercentage(test, predicted.mean()));
        percentageOfNaive2.add(PointErrors.symmetricPercentage(test, naive2));
        if (scale > 0) {
            scaled.add(PointErrors.absolute(test, predicted.mean()) / scale);
            scaledOfNaive2.add(PointErrors.absolute(test, naive2) / scale);
            intervals.add(IntervalErrors.intervalScore(test, predicted.low(), predicted.high()) / scale);
        }
        for (int i = 0; i < test.length; i++) {
            if (!Double.isNaN(test[i])) {
                points++;
                above += test[i] > predicted.high()[i] ? 1 : 0;
                pooledPercentages +=
                        PointErrors.symmetricPercentage(test[i], predicted.mean()[i]);
            }
        }
        covered += IntervalErrors.covered(test, predicted.low(), predicted.high());
        squares.add(CountErrors.scaledRootMeanSquare(demand.history(), test, predicted.mean()));
        pinball.add(CountErrors.scaledPinball(
                demand.history(), test, PredictedDemand.PROBABILITIES, predicted.quantiles()));
    }

    boolean hasPoints() {
        return points > 0;
    }

    double squares() {
        return squares.value();
    }

    double pinball() {
        return pinball.value();
    }

    /** Half the sum of both errors' ratios to Naive2's (the M4 Competition's overall weighted average). */
    double overallWeightedAverage() {
        return (percentage.value() / percentageOfNaive2.value() + scaled.value() / scaledOfNaive2.value()) / 2;
    }

    /** The mean symmetric percentage error over all test values, however many a series has. */
    double pooledPercentage() {
        return pooledPercentages / points;
    }

    /** The share of test values inside the 95 % interval. */
    double coverage() {
        return (double) covered / points;
    }

    /** The share of test values above the 97.5 % quantile. */
    double aboveHigh() {
        return (double) above / points;
    }

    String line(boolean counted) {
        StringBuilder line = new StringBuilder("series=" + series);
        if (hasPoints()) {
            line.append(String.format(
                    Locale.ROOT,
                    " smape=%.3f smape_pooled=%.3f mase=%.4f owa=%.4f msis=%.3f coverage95=%.4f",
                    percentage.value(),
                    pooledPercentage(),
                    scaled.value(),
                    overallWeightedAverage(),
                    intervals.value(),
                    coverage()));
        }
        if (hasPoints() && counted) {
            line.append(String.format(
                    Locale.ROOT, " rmsse=%.4f spl=%.4f above975=%.4f", squares.value(), pinball.value(), aboveHigh()));
        }
        int scored = counted ? Math.min(scaled.count, Math.min(squares.count, pinball.count)) : scaled.count;
        if (hasPoints() && scored < series) {
            line.append(" series_without_scale=").append(series - scored);
        }
        return line.toString();
    }

    /** A mean that passes NaN by: series that never change give no scale for their errors, and are told apart. */
    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }

        double value() {
            return sum / count;
        }
    }
}
