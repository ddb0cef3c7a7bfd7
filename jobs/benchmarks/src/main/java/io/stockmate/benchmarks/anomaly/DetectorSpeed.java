package io.stockmate.benchmarks.anomaly;

import io.stockmate.core.anomaly.detect.SeriesDetector;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** Measures how many values one CPU second scores, by the thread's own CPU time. */
public final class DetectorSpeed {
    private static final int WARM_UP_ROUNDS = 3;
    private static final long MEASURED_NANOS = 1_500_000_000;

    private DetectorSpeed() {}

    /** Feeds all series through new detectors until enough time was measured; values per CPU second. */
    public static double valuesPerCpuSecond(List<RecordedSeries> all) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double check = 0;
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            check += sumOfAlarms(all);
        }
        long values = all.stream().mapToLong(series -> series.values().length).sum();
        long measured = 0;
        long start = threads.getCurrentThreadCpuTime();
        long spent;
        do {
            check += sumOfAlarms(all);
            measured += values;
            spent = threads.getCurrentThreadCpuTime() - start;
        } while (spent < MEASURED_NANOS);
        if (Double.isNaN(check)) {
            throw new IllegalStateException("a score is not a number: the detector is broken");
        }
        return measured * 1e9 / spent;
    }

    private static double sumOfAlarms(List<RecordedSeries> all) {
        double sum = 0;
        for (RecordedSeries series : all) {
            SeriesDetector detector = new SeriesDetector();
            long[] times = series.timesMillis();
            double[] values = series.values();
            for (int i = 0; i < values.length; i++) {
                sum += detector.score(times[i], values[i]).alarm();
            }
        }
        return sum;
    }
}
