package io.stockmate.core.view;

import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.BusinessRejectReason;
import io.stockmate.core.message.CxlRejReason;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command that was not accepted; one event tells it. So commands = accepted + rejected + repeated, and
 * records = commands + dead letters.
 */
public enum Outcome {
    /** Refused, the reuse of an id for other content included. */
    REJECTED,
    /** Said again, equally, what an earlier command of its id had said; changed nothing. */
    REPEATED;

    /** What the event tells of its command; null where it tells neither. */
    public static @Nullable Outcome of(EventBody body) {
        if (body instanceof ExecutionReport report) {
            return report.execType() == ExecType.REJECTED
                    ? REJECTED
                    : report.execType() == ExecType.ORDER_STATUS ? REPEATED : null;
        } else if (body instanceof OrderCancelReject reject) {
            return reject.cxlRejReason() == CxlRejReason.DUPLICATE && OrderCancelReject.DUPLICATE.equals(reject.text())
                    ? REPEATED
                    : REJECTED;
        } else if (body instanceof BusinessReject reject) {
            return reject.reason() == BusinessRejectReason.DUPLICATE ? REPEATED : REJECTED;
        }
        return null;
    }
}
