package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/** FIX OrdRejReason (103); messages carry its number. */
public enum OrdRejReason {
    UNKNOWN_SYMBOL(1),
    EXCHANGE_CLOSED(2),
    /** Exceeds a limit, or the stock at hand. */
    EXCEEDS_LIMIT(3),
    TOO_LATE(4),
    DUPLICATE(6),
    /** No rule gives it; the place stays taken, since binary forms number the constants. */
    STALE(8),
    UNSUPPORTED(11),
    INCORRECT_QUANTITY(13),
    OTHER(99);

    private final int code;

    OrdRejReason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static long codeOf(@Nullable OrdRejReason reason) {
        return reason == null ? Absent.NUMBER : reason.code;
    }

    static @Nullable OrdRejReason ofCode(String field, long code) {
        if (Absent.is(code)) {
            return null;
        }
        for (OrdRejReason reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        throw new FieldRefused(field, code + " is no known code");
    }
}
