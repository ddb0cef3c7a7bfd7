package io.stockmate.benchmarks.recovery;

import java.util.List;

/**
 * What was measured.
 *
 * @param fullBytes of the checkpoint that wrote all books
 * @param newBytes of each of those behind it, in which few books had changed
 * @param firstEventMs from the kill of the worker to the first event after it
 * @param allBooksMs from then to an answer of every book to a command that came after it
 * @param sameChains whether, from one savepoint on, all books ended alike at parallelism 1, 2 and 4, and as they do
 *     without Flink
 */
public record RecoveryFigures(
        long fullBytes, List<Long> newBytes, long firstEventMs, long allBooksMs, boolean sameChains) {
    /** Newly written bytes, mean over the checkpoints, in per cent of all. */
    public double meanPercent() {
        return 100.0 * newBytes.stream().mapToLong(Long::longValue).average().orElse(Double.NaN) / fullBytes;
    }

    /** How many of the checkpoints wrote more than half of all: those in which RocksDB had merged its files. */
    public long rewrites() {
        return newBytes.stream().filter(bytes -> 2 * bytes > fullBytes).count();
    }

    /** The same of the largest one. */
    public double maxPercent() {
        return 100.0 * newBytes.stream().mapToLong(Long::longValue).max().orElse(0) / fullBytes;
    }
}
