package io.stockmate.pipelines.reconcile;

import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrdStatus;
import org.jspecify.annotations.Nullable;

/**
 * An order as its last report leaves it, told from all of its reports.
 *
 * @param ownId the id under which it was entered, or last replaced
 */
record OrderRow(EventHeader header, ExecutionReport report, String ownId) {
    /** Whether a report tells of an order: not an answer to a repeat, nor to an id that another order has. */
    static boolean tells(ExecutionReport report) {
        return report.execType() != ExecType.ORDER_STATUS
                && (report.execType() != ExecType.REJECTED || report.ordRejReason() != OrdRejReason.DUPLICATE);
    }

    /** @param before null before the first report */
    static OrderRow next(@Nullable OrderRow before, EventHeader header, ExecutionReport report) {
        String ownId = before == null || report.execType() == ExecType.REPLACED ? report.clOrdId() : before.ownId;
        return new OrderRow(header, report, ownId);
    }

    boolean isWorking() {
        return report.leavesQty() > 0;
    }

    boolean is(OrdStatus status) {
        return report.ordStatus() == status;
    }

    String text() {
        String text = report.text();
        return new RowText()
                .with("seq", header.seq())
                .with("ts", header.ts())
                .with("account", report.account())
                .with("clOrdId", ownId)
                .with("listId", report.listId())
                .with("side", report.side())
                .with("ordType", report.ordType())
                .with("timeInForce", report.timeInForce())
                .with("expireTime", report.expireTime())
                .with("orderQty", report.orderQty())
                .with("displayQty", report.displayQty())
                .with("price", report.price())
                .with("stopPx", report.stopPx())
                .with("ordStatus", report.ordStatus())
                .with("working", isWorking())
                .with("cumQty", report.cumQty())
                .with("leavesQty", report.leavesQty())
                .with("avgPx", report.avgPx())
                .with("ordRejReason", report.ordRejReason())
                .with("text", text == null ? null : text.replace('\0', '\ufffd'))
                .toString();
    }
}
