package io.stockmate.benchmarks.stock;

import io.stockmate.benchmarks.forecast.RecordedDemand;
import io.stockmate.core.demand.DemandDistribution;
import io.stockmate.core.demand.Forecaster;
import io.stockmate.core.demand.ForecasterSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * Recorded daily demand sold from simulated shelves: daily review, seven days of lead time, lost sales. Levels from the
 * demand job's own forecaster against those of the last 28 days' mean and deviation: by {@link SharedFill}, which tunes
 * one probability for the whole shop to a fill rate and is no part of the job, for that sees one symbol at a time; and
 * by {@link EqualCycle}, the job's own targets at one service level. Demand is known whether it was served or not, as
 * the platform knows unmet orders.
 */
public final class StockBench {
    /** So many days are seen before the shop opens, and as many pass before anything is counted. */
    private static final int DAYS_BEFORE = 56;

    private static final double[] ASKED = {0.7, 0.75, 0.8, 0.85, 0.875, 0.9, 0.925, 0.95, 0.965, 0.98, 0.99};
    private static final double[] CYCLES = {0.3, 0.5, 0.65, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.965, 0.98, 0.99, 0.995
    };
    private static final double[] COMPARED = {0.90, 0.95, 0.98};
    private static final double SAFETY_MIN = -1.5;
    private static final double SAFETY_MAX = 10;
    private static final double SAFETY_STEP = 0.25;

    private final List<RecordedDemand> all;
    private final List<StockComparison> comparisons = new ArrayList<>();

    private StockBench(List<RecordedDemand> all, List<Integer> periods) {
        this.all = all;
        List<ShopRun> simple = new ArrayList<>();
        for (double safety = SAFETY_MIN; safety <= SAFETY_MAX; safety += SAFETY_STEP) {
            simple.add(new ShopRun(new MeanAndDeviation(safety), all.size()));
        }
        List<SharedRun> shared = new ArrayList<>();
        for (StockView view : StockView.values()) {
            for (double asked : ASKED) {
                shared.add(new SharedRun(view, asked, new ShopRun(new SharedFill(asked, view), all.size())));
            }
        }
        List<ShopRun> job = new ArrayList<>();
        for (double level : CYCLES) {
            job.add(new ShopRun(new EqualCycle(level), all.size()));
        }
        List<ShopRun> runs = new ArrayList<>(simple);
        runs.addAll(job);
        shared.forEach(each -> runs.add(each.run()));
        run(runs, periods);
        for (StockView view : StockView.values()) {
            comparisons.add(new StockComparison(
                    view,
                    shared.stream()
                            .filter(each -> each.view() == view)
                            .map(each -> new StockComparison.Point(
                                    each.asked(), each.run().outcome(view)))
                            .toList(),
                    frontier(simple, view),
                    frontier(job, view)));
        }
    }

    private static StockFrontier frontier(List<ShopRun> runs, StockView view) {
        return new StockFrontier(runs.stream().map(run -> run.outcome(view)).toList());
    }

    private record SharedRun(StockView view, double asked, ShopRun run) {}

    /**
     * Simulates one file, history and test values alike.
     *
     * @param periods the season lengths of all series; empty for each series' own
     */
    public static StockBench of(List<RecordedDemand> all, List<Integer> periods) {
        return new StockBench(all, periods);
    }

    private void run(List<ShopRun> runs, List<Integer> periods) {
        int items = all.size();
        Forecaster[] forecasters = new Forecaster[items];
        RecentDemand[] recent = new RecentDemand[items];
        int days = 0;
        for (int i = 0; i < items; i++) {
            forecasters[i] = Forecaster.of(settings(all.get(i), periods));
            recent[i] = new RecentDemand();
            days = Math.max(days, length(all.get(i)));
        }
        if (days <= 2 * DAYS_BEFORE) {
            throw new IllegalArgumentException("the longest series has " + days
                    + " days; the simulation counts from day " + 2 * DAYS_BEFORE + " on");
        }
        double[] asked = new double[items];
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < items; i++) {
                double value = value(all.get(i), day);
                asked[i] = Double.isNaN(value) ? 0 : value;
                forecasters[i].observe(value);
                if (!Double.isNaN(value)) {
                    recent[i].add(value);
                }
            }
            if (day >= DAYS_BEFORE) {
                boolean counted = day >= 2 * DAYS_BEFORE;
                runs.forEach(run -> run.sell(asked, counted));
            }
            if (day >= DAYS_BEFORE - 1) {
                Evening evening = evening(forecasters, recent);
                boolean opens = day == DAYS_BEFORE - 1;
                runs.forEach(run -> {
                    if (opens) {
                        run.open(evening);
                    } else {
                        run.close(evening, asked);
                    }
                });
            }
        }
    }

    private static Evening evening(Forecaster[] forecasters, RecentDemand[] recent) {
        int items = forecasters.length;
        double[] means = new double[items];
        double[] deviations = new double[items];
        DemandDistribution[] demands = new DemandDistribution[items];
        for (int i = 0; i < items; i++) {
            means[i] = recent[i].mean();
            deviations[i] = recent[i].deviation();
            demands[i] = forecasters[i].total(Shelf.PROTECTED_DAYS);
        }
        return new Evening(means, deviations, demands);
    }

    private static ForecasterSettings settings(RecordedDemand series, List<Integer> periods) {
        return ForecasterSettings.seasons(
                periods.isEmpty()
                        ? new int[] {series.season()}
                        : periods.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int length(RecordedDemand series) {
        return series.history().length + series.test().length;
    }

    /** History first, then what came after it; beyond both nothing is known. */
    private static double value(RecordedDemand series, int day) {
        int past = series.history().length;
        if (day < past) {
            return series.history()[day];
        }
        return day < length(series) ? series.test()[day - past] : Double.NaN;
    }

    /** For people: every point of the frontier, with the stock that the simple policy needs for the same fill rate. */
    public List<String> frontier() {
        return comparisons.stream()
                .flatMap(comparison -> comparison.lines().stream())
                .toList();
    }

    /** The figures, as key=value. */
    public String line() {
        StringBuilder line = new StringBuilder("series=" + all.size());
        for (double fill : COMPARED) {
            comparisons.forEach(comparison -> line.append(comparison.figures(fill)));
        }
        return line.toString();
    }
}
