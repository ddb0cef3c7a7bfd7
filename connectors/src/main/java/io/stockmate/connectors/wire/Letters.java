package io.stockmate.connectors.wire;

import io.stockmate.core.chain.Sha256;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import java.util.Arrays;

/** Writes dead letters: enough of the record to find it and to see what it was, never the whole of a large one. */
final class Letters {
    /** Bytes of the record that a dead letter keeps. */
    static final int HEAD_LENGTH_MAX = 1_024;

    /** Characters of the explanation. */
    static final int DETAIL_LENGTH_MAX = 256;

    private Letters() {}

    static Decoded.Dead dead(ArrivedRecord record, DeadLetterReason reason, String detail) {
        byte[] data = record.data();
        return new Decoded.Dead(new DeadLetter(
                record.cause(),
                record.partitionKey(),
                reason,
                Printable.of(detail, DETAIL_LENGTH_MAX),
                data.length,
                Sha256.hex(data),
                Arrays.copyOf(data, Math.min(data.length, HEAD_LENGTH_MAX))));
    }
}
