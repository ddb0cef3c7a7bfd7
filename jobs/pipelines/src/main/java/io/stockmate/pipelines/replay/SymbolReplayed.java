package io.stockmate.pipelines.replay;

/**
 * What was rebuilt of one symbol.
 *
 * @param chain after its last event; 0 where nothing made it known
 * @param differences places (seq, or commandSeq of the log) at which the rebuilt tables and those of the lake differ
 */
public record SymbolReplayed(String symbol, long commands, long events, long chain, long differences) {}
