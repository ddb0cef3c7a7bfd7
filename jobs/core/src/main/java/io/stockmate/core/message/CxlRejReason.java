package io.stockmate.core.message;

/** FIX CxlRejReason (102); messages carry its number. */
public enum CxlRejReason {
    TOO_LATE(0),
    UNKNOWN_ORDER(1),
    DUPLICATE(6),
    OTHER(99);

    private final int code;

    CxlRejReason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static CxlRejReason ofCode(String field, long code) {
        for (CxlRejReason reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        throw new FieldRefused(field, code + " is no known code");
    }
}
