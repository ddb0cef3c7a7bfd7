package io.stockmate.connectors.wire;

import io.stockmate.core.message.DeadLetterReason;
import org.jspecify.annotations.Nullable;

/** A record that is no alert of this version. The message says what is wrong and shows the record's beginning. */
public final class UnreadableAlert extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private static final int SHOWN_MAX = 200;

    private final DeadLetterReason reason;

    UnreadableAlert(DeadLetterReason reason, String problem, byte[] data, @Nullable Throwable cause) {
        super("no readable alert: " + problem + "; the record begins " + Printable.beginning(data, SHOWN_MAX), cause);
        this.reason = reason;
    }

    /** MALFORMED, UNKNOWN_TYPE or SCHEMA. */
    public DeadLetterReason reason() {
        return reason;
    }
}
