package io.stockmate.benchmarks.anomaly;

import io.stockmate.benchmarks.anomaly.LabelledWindows.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What each row of a scored series adds to the sum once the threshold is low enough for it to count, by the rules of
 * Lavin and Ahmad, "Evaluating Real-Time Anomaly Detection Algorithms: the Numenta Anomaly Benchmark" (2015). A row in
 * a window counts for how early it is, and only the best of a window counts; a row outside costs, less so shortly after
 * a window.
 *
 * @param group the series' group
 * @param windows how many windows the series has
 * @param steps by falling score
 */
record NabDetections(String group, int windows, List<Step> steps) {
    private static final double PROBATION_SHARE = 0.15;
    private static final int PROBATION_ROWS_MAX = 750;
    private static final double POSITION_MAX = 3;

    /** From this score on, the tally changes by so much. */
    record Step(double score, Tally change) {}

    /**
     * Sums over rows that are at or above a threshold.
     *
     * @param hits sum over windows of the best row's score in 0…1
     * @param windowsHit windows with such a row
     * @param falseAlarms sum of σ over such rows outside windows, in −1…0
     * @param falseRows how many these rows are
     */
    record Tally(double hits, int windowsHit, double falseAlarms, int falseRows) {
        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    hits + other.hits,
                    windowsHit + other.windowsHit,
                    falseAlarms + other.falseAlarms,
                    falseRows + other.falseRows);
        }
    }

    static NabDetections of(ScoredSeries scored, List<Window> windows) {
        long[] times = scored.series().timesMillis();
        int probation = (int) Math.min(Math.floor(PROBATION_SHARE * times.length), PROBATION_ROWS_MAX);
        List<Step> steps = new ArrayList<>();
        int row = probation;
        int lastEnd = -1;
        int lastWidth = 0;
        for (Window window : windows) {
            int start = firstAtOrAfter(times, window.startMillis());
            int end = firstAtOrAfter(times, window.endMillis() + 1) - 1;
            for (; row < Math.min(start, times.length); row++) {
                steps.add(outside(scored.scores()[row], row, lastEnd, lastWidth));
            }
            steps.addAll(inside(scored.scores(), Math.max(start, row), start, end));
            row = Math.max(row, end + 1);
            lastEnd = end;
            lastWidth = end - start + 1;
        }
        for (; row < times.length; row++) {
            steps.add(outside(scored.scores()[row], row, lastEnd, lastWidth));
        }
        steps.sort(Comparator.comparingDouble(Step::score).reversed());
        return new NabDetections(scored.series().group(), windows.size(), steps);
    }

    private static Step outside(double score, int row, int lastEnd, int lastWidth) {
        double position = lastEnd < 0 ? Double.POSITIVE_INFINITY : (row - lastEnd) / (lastWidth - 1.0);
        double cost = position > POSITION_MAX ? -1 : sigmoid(position);
        return new Step(score, new Tally(0, 0, cost, 1));
    }

    /** Rows of a window by falling score: each adds what it is better than those before it. */
    private static List<Step> inside(double[] scores, int from, int start, int end) {
        List<Integer> rows = new ArrayList<>();
        for (int row = from; row <= end; row++) {
            rows.add(row);
        }
        rows.sort(Comparator.comparingDouble((Integer row) -> scores[row]).reversed());
        List<Step> steps = new ArrayList<>();
        double best = 0;
        for (int row : rows) {
            double hit = sigmoid(-(end - row + 1.0) / (end - start + 1)) / sigmoid(-1);
            if (steps.isEmpty() || hit > best) {
                steps.add(new Step(scores[row], new Tally(Math.max(0, hit - best), steps.isEmpty() ? 1 : 0, 0, 0)));
                best = Math.max(best, hit);
            }
        }
        return steps;
    }

    private static double sigmoid(double position) {
        return 2 / (1 + Math.exp(5 * position)) - 1;
    }

    private static int firstAtOrAfter(long[] times, long time) {
        int row = 0;
        while (row < times.length && times[row] < time) {
            row++;
        }
        return row;
    }

    /** The tally at a threshold. */
    Tally at(double threshold) {
        Tally sum = Tally.NONE;
        for (Step step : steps) {
            if (step.score() < threshold) {
                break;
            }
            sum = sum.plus(step.change());
        }
        return sum;
    }
}
