package io.stockmate.core.market;

import io.stockmate.core.message.BusinessRejectReason;
import io.stockmate.core.message.CxlRejReason;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrderCancelReject;

/**
 * Why a command is refused, in the terms of each kind of answer.
 *
 * @param text in capitals, naming the field where there is one
 */
record Refusal(OrdRejReason ordRejReason, CxlRejReason cxlRejReason, BusinessRejectReason businessReason, String text) {
    static Refusal unsupported(String field) {
        return new Refusal(
                OrdRejReason.UNSUPPORTED,
                CxlRejReason.OTHER,
                BusinessRejectReason.UNSUPPORTED,
                "UNSUPPORTED_" + capitals(field));
    }

    static Refusal invalid(String field) {
        OrdRejReason reason = field.equals("orderQty") ? OrdRejReason.INCORRECT_QUANTITY : OrdRejReason.OTHER;
        return new Refusal(
                reason, CxlRejReason.OTHER, BusinessRejectReason.INVALID_FIELD, "INVALID_" + capitals(field));
    }

    static Refusal tooLate() {
        return new Refusal(OrdRejReason.TOO_LATE, CxlRejReason.TOO_LATE, BusinessRejectReason.CONFLICT, "TOO_LATE");
    }

    /** A replacement's expireTime has passed. */
    static Refusal expireTimePassed() {
        return new Refusal(OrdRejReason.TOO_LATE, CxlRejReason.OTHER, BusinessRejectReason.CONFLICT, "TOO_LATE");
    }

    static Refusal unknownOrder(String text) {
        return new Refusal(OrdRejReason.OTHER, CxlRejReason.UNKNOWN_ORDER, BusinessRejectReason.UNKNOWN_ORDER, text);
    }

    static Refusal exceeds(String limit) {
        return new Refusal(
                OrdRejReason.EXCEEDS_LIMIT,
                CxlRejReason.OTHER,
                BusinessRejectReason.EXCEEDS_LIMIT,
                "EXCEEDS_" + capitals(limit));
    }

    static Refusal insufficientStock() {
        return new Refusal(
                OrdRejReason.EXCEEDS_LIMIT,
                CxlRejReason.OTHER,
                BusinessRejectReason.INSUFFICIENT_STOCK,
                "INSUFFICIENT_STOCK");
    }

    static Refusal closed() {
        return new Refusal(OrdRejReason.EXCHANGE_CLOSED, CxlRejReason.OTHER, BusinessRejectReason.CONFLICT, "CLOSED");
    }

    static Refusal wouldCross() {
        return new Refusal(OrdRejReason.OTHER, CxlRejReason.OTHER, BusinessRejectReason.CONFLICT, "WOULD_CROSS");
    }

    static Refusal duplicate() {
        return new Refusal(
                OrdRejReason.DUPLICATE,
                CxlRejReason.DUPLICATE,
                BusinessRejectReason.DUPLICATE,
                OrderCancelReject.DUPLICATE);
    }

    static Refusal idReused() {
        return new Refusal(OrdRejReason.DUPLICATE, CxlRejReason.DUPLICATE, BusinessRejectReason.ID_REUSED, "ID_REUSED");
    }

    static Refusal unknownSymbol() {
        return new Refusal(
                OrdRejReason.UNKNOWN_SYMBOL,
                CxlRejReason.UNKNOWN_ORDER,
                BusinessRejectReason.UNKNOWN_SYMBOL,
                "UNKNOWN_SYMBOL");
    }

    static Refusal unknownTrade() {
        return business(BusinessRejectReason.UNKNOWN_TRADE, "UNKNOWN_TRADE");
    }

    static Refusal business(BusinessRejectReason reason, String text) {
        return new Refusal(OrdRejReason.OTHER, CxlRejReason.OTHER, reason, text);
    }

    /** {@code orderQty} becomes {@code ORDER_QTY}. */
    private static String capitals(String field) {
        StringBuilder text = new StringBuilder(field.length() + 4);
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (Character.isUpperCase(c)) {
                text.append('_');
            }
            text.append(Character.toUpperCase(c));
        }
        return text.toString();
    }
}
