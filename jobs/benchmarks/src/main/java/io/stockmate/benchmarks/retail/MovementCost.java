package io.stockmate.benchmarks.retail;

import io.stockmate.core.anomaly.movement.MovementDetector;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the detector costs.
 *
 * @param issuesPerCpuSecond by the thread's own CPU time, after warm-up
 * @param stateBytes written per key after its last issue
 */
public record MovementCost(double issuesPerCpuSecond, IntSummaryStatistics stateBytes) {
    private static final int WARM_UP_ROUNDS = 3;
    private static final long MEASURED_NANOS = 1_000_000_000;

    /** Feeds the issues, key by key, to new detectors until enough time was measured. */
    public static MovementCost of(List<Issue> issues) {
        Map<String, List<Issue>> byKey = new LinkedHashMap<>();
        for (Issue issue : issues) {
            byKey.computeIfAbsent(issue.symbol(), symbol -> new ArrayList<>()).add(issue);
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double check = 0;
        IntSummaryStatistics bytes = new IntSummaryStatistics();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            check += sumOfScores(byKey.values());
        }
        for (List<Issue> ofKey : byKey.values()) {
            MovementDetector detector = new MovementDetector();
            ofKey.forEach(issue -> detector.observe(issue.timeMillis(), issue.quantity()));
            bytes.accept(written(detector));
        }
        long start = threads.getCurrentThreadCpuTime();
        long measured = 0;
        long spent;
        do {
            check += sumOfScores(byKey.values());
            measured += issues.size();
            spent = threads.getCurrentThreadCpuTime() - start;
        } while (spent < MEASURED_NANOS);
        if (Double.isNaN(check)) {
            throw new IllegalStateException("a score is not a number: the detector is broken");
        }
        return new MovementCost(measured * 1e9 / spent, bytes);
    }

    private static double sumOfScores(Collection<List<Issue>> keys) {
        double sum = 0;
        for (List<Issue> ofKey : keys) {
            MovementDetector detector = new MovementDetector();
            for (Issue issue : ofKey) {
                sum += detector.observe(issue.timeMillis(), issue.quantity()).decades();
            }
        }
        return sum;
    }

    private static int written(MovementDetector detector) {
        DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());
        try {
            detector.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.size();
    }
}
