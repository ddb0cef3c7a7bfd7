package io.stockmate.producers;

import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;

/** A record for the stream {@code commands}. */
public sealed interface Submission {
    /** A command that has no transactTime. */
    static Submission of(String symbol, String account, CommandBody body) {
        return new OfCommand(new Command(symbol, account, Absent.NUMBER, body));
    }

    /** Kinesis's partition key; of a command in good form its symbol. */
    String partitionKey();

    /** The record's bytes. */
    byte[] data(CommandCodec codec);

    /** A command in good form. */
    record OfCommand(Command command) implements Submission {
        @Override
        public String partitionKey() {
            return command.symbol();
        }

        @Override
        public byte[] data(CommandCodec codec) {
            return codec.encode(command);
        }
    }

    /** Bytes as they are, whether they mean anything or not; not to be changed by anyone. */
    @SuppressWarnings("ArrayRecordComponent")
    record OfBytes(String partitionKey, byte[] bytes) implements Submission {
        @Override
        public byte[] data(CommandCodec codec) {
            return bytes;
        }
    }
}
