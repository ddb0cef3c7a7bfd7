package io.stockmate.benchmarks.lake;

/**
 * What a closed day and a half-open one come to in merged files.
 *
 * @param bytesPerTrade of the closed day
 * @param filesClosed of the closed day
 * @param filesAllowed one, or one per 128 MB of the closed day
 * @param filesOpen of the open day at most, after a merge: behind them come those of the open hour
 * @param filesPerHour that a job writes of an open hour
 * @param mergeSeconds that all merging took
 * @param mergeSecondsMax that the longest round took, which is the closed day's
 */
public record MergedDays(
        double bytesPerTrade,
        long filesClosed,
        long filesAllowed,
        long filesOpen,
        long filesPerHour,
        double mergeSeconds,
        double mergeSecondsMax) {}
