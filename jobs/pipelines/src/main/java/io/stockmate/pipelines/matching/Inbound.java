package io.stockmate.pipelines.matching;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Command;

/**
 * A record that was understood, on its way to its market.
 *
 * @param record as it arrived: the lake keeps its bytes
 */
public record Inbound(ArrivedRecord record, Command command) {
    public String symbol() {
        return command.symbol();
    }
}
