package io.stockmate.producers;

import io.stockmate.core.message.Command;

/** A record for the stream {@code commands}. */
public sealed interface Submission {
    /** A command in good form; its partition key is its symbol. */
    record OfCommand(Command command) implements Submission {}

    /** Bytes as they are, whether they mean anything or not. */
    record OfBytes(String partitionKey, byte[] data) implements Submission {}
}
