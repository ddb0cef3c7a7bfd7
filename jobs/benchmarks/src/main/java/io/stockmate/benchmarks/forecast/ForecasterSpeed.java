package io.stockmate.benchmarks.forecast;

import io.stockmate.core.demand.Forecaster;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** Measures how many values one CPU second takes in, quantiles calibrated, with each series' forecast at its end. */
final class ForecasterSpeed {
    private static final long WARM_UP_NANOS = 1_000_000_000;
    private static final long MEASURED_NANOS = 1_500_000_000;

    private ForecasterSpeed() {}

    static double observationsPerCpuSecond(List<RecordedDemand> all, List<Integer> periods) {
        spend(all, periods, WARM_UP_NANOS);
        return spend(all, periods, MEASURED_NANOS);
    }

    private static double spend(List<RecordedDemand> all, List<Integer> periods, long nanos) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long observed = 0;
        double check = 0;
        long start = threads.getCurrentThreadCpuTime();
        long spent;
        do {
            for (RecordedDemand series : all) {
                Forecaster forecaster = Forecaster.of(ForecasterRun.settings(series, periods));
                for (double value : series.history()) {
                    forecaster.observe(value);
                }
                check += forecaster.forecast(series.horizon()).quantile(1, 0.975);
                observed += series.history().length;
            }
            spent = threads.getCurrentThreadCpuTime() - start;
        } while (spent < nanos);
        if (Double.isInfinite(check)) {
            throw new IllegalStateException("a forecast is infinite: the forecaster is broken");
        }
        return observed * 1e9 / spent;
    }
}
