package io.stockmate.connectors.wire;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The field {@code recorded} of a mirrored command: where and when it arrived in the stream that it was mirrored from.
 * It stands before all other fields, so that a job that is to know takes it out again and has the original record, byte
 * by byte; any other job passes it over as a field that it does not know.
 *
 * <pre>
 * {"recorded":{"shardId":"shardId-000000000000","sequenceNumber":"49…","subSequence":0,"arrivedAt":1767261600000},…
 * </pre>
 */
public final class Recorded {
    /** Bytes that {@link #stamp} adds at most. */
    static final int LENGTH_MAX = 400;

    private static final Pattern FIELD = Pattern.compile("\"recorded\":\\{\"shardId\":\"([a-zA-Z0-9_.-]{1,128})\","
            + "\"sequenceNumber\":\"([0-9]{1,129})\",\"subSequence\":([0-9]{1,10}),\"arrivedAt\":([0-9]{1,18})\\},");

    private Recorded() {}

    /**
     * A record's bytes with the field.
     *
     * @throws IllegalArgumentException for what does not begin as a JSON object; one without fields would not be one with this
     */
    public static byte[] stamp(ArrivedRecord record) {
        byte[] data = record.data();
        int begin = begin(data);
        if (begin < 0) {
            throw new IllegalArgumentException("the record " + record.cause().sequenceNumber() + " of "
                    + record.partitionKey() + " is no command");
        }
        Cause cause = record.cause();
        String field = "\"recorded\":{\"shardId\":\"" + cause.shardId() + "\",\"sequenceNumber\":\""
                + cause.sequenceNumber() + "\",\"subSequence\":" + cause.subSequence() + ",\"arrivedAt\":"
                + cause.arrivedAt() + "},";
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + field.length());
        out.write(data, 0, begin);
        out.writeBytes(field.getBytes(StandardCharsets.ISO_8859_1));
        out.write(data, begin, data.length - begin);
        return out.toByteArray();
    }

    /** The record that was mirrored; empty where the field is missing, not first, or not as {@link #stamp} writes it. */
    public static Optional<ArrivedRecord> restore(ArrivedRecord mirrored) {
        byte[] data = mirrored.data();
        int begin = begin(data);
        if (begin < 0) {
            return Optional.empty();
        }
        int length = Math.min(LENGTH_MAX, data.length - begin);
        Matcher field = FIELD.matcher(new String(data, begin, length, StandardCharsets.ISO_8859_1));
        if (!field.lookingAt()) {
            return Optional.empty();
        }
        Cause cause = new Cause(
                field.group(1), field.group(2), Long.parseLong(field.group(3)), Long.parseLong(field.group(4)));
        byte[] original = Arrays.copyOf(data, data.length - field.end());
        System.arraycopy(data, begin + field.end(), original, begin, original.length - begin);
        return Optional.of(new ArrivedRecord(cause, mirrored.partitionKey(), original, mirrored.wrongShard()));
    }

    /** What is kept of a record that has no such field, where each must have one. */
    public static DeadLetter missing(ArrivedRecord record) {
        return Letters.dead(
                        record,
                        DeadLetterReason.SCHEMA,
                        "the field recorded does not come first: only mirrored commands are taken here")
                .letter();
    }

    /** Where the first field of an object begins; -1 in what is none. */
    private static int begin(byte[] data) {
        int at = 0;
        while (at < data.length && isSpace(data[at])) {
            at++;
        }
        return at < data.length && data[at] == '{' ? at + 1 : -1;
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
