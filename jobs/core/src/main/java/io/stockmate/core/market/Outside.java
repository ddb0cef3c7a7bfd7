package io.stockmate.core.market;

import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.CxlRejResponseTo;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.ReplaceOrder;
import org.jspecify.annotations.Nullable;

/** Answers commands of a symbol that is not known: outside any chain, and leaving no state. */
final class Outside {
    private static final String NO_ORDER = "NONE";

    private Outside() {}

    static Event answer(Command command, Cause cause, Refusal refusal) {
        String symbol = command.symbol();
        String execId = symbol + "-0-" + cause.shardId() + "-" + cause.sequenceNumber() + "-" + cause.subSequence();
        EventHeader header = new EventHeader(symbol, 0, 0, execId, cause.arrivedAt());
        return new Event(header, 0, cause, body(command.account(), command.body(), refusal));
    }

    private static EventBody body(String account, CommandBody asked, Refusal refusal) {
        if (asked instanceof NewOrder order) {
            return Reports.rejectionOutside(account, order, refusal);
        } else if (asked instanceof Refused refused
                && refused.refType() == CommandType.NEW_ORDER
                && refused.id() != null) {
            return Reports.refusedOutside(account, refused.id(), refusal);
        } else if (asked instanceof CancelOrder cancel) {
            return reject(
                    account, cancel.clOrdId(), cancel.origClOrdId(), CxlRejResponseTo.ORDER_CANCEL_REQUEST, refusal);
        } else if (asked instanceof ReplaceOrder replace) {
            return reject(
                    account,
                    replace.clOrdId(),
                    replace.origClOrdId(),
                    CxlRejResponseTo.ORDER_CANCEL_REPLACE_REQUEST,
                    refusal);
        } else if (asked instanceof Refused refused
                && refused.refType() == CommandType.CANCEL_ORDER
                && refused.id() != null) {
            return reject(account, refused.id(), null, CxlRejResponseTo.ORDER_CANCEL_REQUEST, refusal);
        } else if (asked instanceof Refused refused
                && refused.refType() == CommandType.REPLACE_ORDER
                && refused.id() != null) {
            return reject(account, refused.id(), null, CxlRejResponseTo.ORDER_CANCEL_REPLACE_REQUEST, refusal);
        } else {
            return Rejections.rejection(account, asked, refusal);
        }
    }

    private static OrderCancelReject reject(
            String account,
            String clOrdId,
            @Nullable String origClOrdId,
            CxlRejResponseTo responseTo,
            Refusal refusal) {
        return new OrderCancelReject(
                account,
                clOrdId,
                origClOrdId,
                NO_ORDER,
                OrdStatus.REJECTED,
                refusal.cxlRejReason(),
                responseTo,
                refusal.text());
    }
}
