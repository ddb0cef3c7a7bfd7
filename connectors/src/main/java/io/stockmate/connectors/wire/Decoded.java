package io.stockmate.connectors.wire;

import io.stockmate.core.message.Command;
import io.stockmate.core.message.DeadLetter;

/** What became of a record: a command that the market answers, or a dead letter. */
public sealed interface Decoded {
    /**
     * A command with its type, symbol, account and id. Its body is {@link io.stockmate.core.message.Refused} where
     * another field could not be read.
     */
    record Understood(Command command) implements Decoded {}

    /** A record that cannot be answered. */
    record Dead(DeadLetter letter) implements Decoded {}
}
