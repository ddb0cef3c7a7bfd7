package io.stockmate.core.message;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be answered.
 *
 * @param detail what is wrong with it, for people
 * @param length of the record in bytes
 * @param sha256 of the record, 64 hex digits
 * @param head the record's first bytes, at most 1,024
 */
public record DeadLetter(
        Cause cause,
        String partitionKey,
        DeadLetterReason reason,
        String detail,
        long length,
        String sha256,
        byte[] head)
        implements Described {
    @Override
    public void write(FieldSink sink) {
        cause.write(sink);
        sink.text("partitionKey", partitionKey);
        sink.code("reason", reason);
        sink.text("detail", detail);
        sink.integer("length", length);
        sink.text("sha256", sha256);
        sink.bytes("head", head);
    }

    public static DeadLetter read(FieldSource source) {
        return new DeadLetter(
                Cause.read(source),
                source.text("partitionKey"),
                source.code("reason", DeadLetterReason.class),
                source.text("detail"),
                source.integer("length"),
                source.text("sha256"),
                source.bytes("head"));
    }

    /** The bytes count by their content. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeadLetter that
                && that.reason == reason
                && that.length == length
                && that.cause.equals(cause)
                && that.partitionKey.equals(partitionKey)
                && that.detail.equals(detail)
                && that.sha256.equals(sha256)
                && Arrays.equals(that.head, head);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cause, partitionKey, reason, detail, length, sha256, Arrays.hashCode(head));
    }
}
