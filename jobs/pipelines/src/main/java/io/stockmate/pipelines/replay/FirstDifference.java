package io.stockmate.pipelines.replay;

import io.stockmate.core.message.Event;
import java.util.List;

/**
 * The first place of a symbol at which the rebuilt tables and those of the lake differ.
 *
 * @param inLake what the lake holds there, its causes not kept; of a well-formed lake one event or none
 * @param rebuilt what the commands give
 */
public record FirstDifference(String symbol, long seq, List<Event> inLake, List<Event> rebuilt) {}
