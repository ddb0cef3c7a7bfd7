package io.stockmate.local.exactness;

import java.time.Duration;
import java.util.List;

/**
 * What the runs of a log came to.
 *
 * @param violations in what the runs gave; time, which depends on the machine, is judged by {@link #recoversWithin}
 * @param recoveryP95Ms from kill -9 to the first new event, over all kills; 0 without any
 */
public record ExactnessReport(
        long violations,
        int runs,
        int kills,
        long faults,
        long killsInsideCheckpoint,
        long recoveryP95Ms,
        int symbols,
        long records,
        long commands) {
    static ExactnessReport of(RecordedLog log, List<RunResult> results, long violations) {
        List<Long> recoveries = results.stream()
                .flatMap(result -> result.recoveriesMs().stream())
                .toList();
        return new ExactnessReport(
                violations,
                results.size(),
                recoveries.size(),
                results.stream().mapToLong(RunResult::faults).sum(),
                results.stream().mapToLong(RunResult::killsInsideCheckpoint).sum(),
                Percentile.of(recoveries, 95),
                log.chains().size(),
                log.records(),
                log.commandCount());
    }

    /** Whether 95 of 100 times the first new event came within {@code limit} after a kill. */
    public boolean recoversWithin(Duration limit) {
        return recoveryP95Ms <= limit.toMillis();
    }
}
