package io.stockmate.benchmarks.matching;

/**
 * What one run through the job took.
 *
 * @param commands that matching applied
 * @param cpuNs of all task threads, from the first event to the last
 * @param checkpoints that completed meanwhile
 */
public record MatchingSpeed(long commands, long cpuNs, int checkpoints) {
    /** Nanoseconds of CPU time per command. */
    public double nsPerCommand() {
        return (double) cpuNs / commands;
    }
}
