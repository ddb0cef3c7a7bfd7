package io.stockmate.pipelines.shadow;

import java.util.List;

/**
 * Two versions on one log.
 *
 * @param events that this version gives
 * @param differences the first of each symbol that has any, by symbol
 * @param problems entries of the log that cannot be read, each in one line
 */
public record ShadowReport(
        long symbols, long commands, long events, List<ShadowDifference> differences, List<String> problems) {}
