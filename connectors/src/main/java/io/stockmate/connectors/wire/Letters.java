package io.stockmate.connectors.wire;

import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

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
                sha256(data),
                Arrays.copyOf(data, Math.min(data.length, HEAD_LENGTH_MAX))));
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
