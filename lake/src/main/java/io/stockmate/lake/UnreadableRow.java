package io.stockmate.lake;

import org.jspecify.annotations.Nullable;

/**
 * A row that is no message of its table.
 *
 * @param symbol null where the row has none
 * @param seq of an event, commandSeq of a log entry; 0 where the row has none
 * @param problem what is wrong with it
 */
public record UnreadableRow(LakeTable table, @Nullable String symbol, long seq, String problem) {}
