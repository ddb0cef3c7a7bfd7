package io.stockmate.pipelines.matching;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.Market;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeRow;

/** How a command stands in the log. */
public final class CommandLog {
    private CommandLog() {}

    /** @param market that of {@code symbol}, after the record was applied to it */
    public static LakeRow.OfCommand row(ArrivedRecord record, String symbol, Market market) {
        boolean known = market.isKnown();
        LogEntry entry = new LogEntry(
                known ? market.commandSeq() : 0, record.cause(), record.partitionKey(), symbol, record.data());
        return new LakeRow.OfCommand(entry, known ? market.ts() : record.cause().arrivedAt());
    }
}
