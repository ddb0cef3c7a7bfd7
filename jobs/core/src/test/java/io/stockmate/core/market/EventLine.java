package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;

/** Events as short lines, for tests that people read. */
final class EventLine {
    private EventLine() {}

    static String of(Event event) {
        EventBody body = event.body();
        if (body instanceof ExecutionReport report) {
            return report(report);
        } else if (body instanceof Trade trade) {
            return "TRADE " + trade.qty() + "@" + Decimal.toString(trade.price()) + " " + trade.buyer() + "<-"
                    + trade.seller() + " by " + trade.aggressorSide()
                    + (Absent.is(trade.dueAt()) ? "" : " due " + trade.dueAt());
        } else if (body instanceof StockLevel level) {
            return "STOCK " + level.account() + " " + level.reason() + " " + level.delta() + ": " + level.onHand() + "-"
                    + level.allocated() + "=" + level.available() + " +" + level.onOrder();
        } else if (body instanceof TopOfBook top) {
            return "TOP " + side(top.bidQty(), top.bidPx()) + " | " + side(top.askQty(), top.askPx());
        } else if (body instanceof OrderCancelReject reject) {
            return "CANCEL_REJECT " + reject.clOrdId() + " of " + reject.origClOrdId() + " " + reject.orderId() + " "
                    + reject.ordStatus() + " " + reject.cxlRejReason().code() + " " + reject.text();
        } else if (body instanceof BusinessReject reject) {
            return "BUSINESS_REJECT " + reject.refType() + " " + reject.refId() + " " + reject.reason() + " "
                    + reject.text();
        } else if (body instanceof Accepted accepted) {
            return "ACCEPTED " + accepted.kind();
        }
        if (body instanceof TradeCorrected corrected) {
            return "CORRECTED " + corrected.tradeId() + " " + corrected.buyer() + "<-" + corrected.seller() + " "
                    + corrected.oldQty() + "@" + Decimal.toString(corrected.oldPrice()) + " now " + corrected.newQty()
                    + "@" + Decimal.toString(corrected.newPrice()) + " " + corrected.reason();
        }
        return body.toString();
    }

    private static String report(ExecutionReport report) {
        StringBuilder line = new StringBuilder();
        line.append(report.execType())
                .append(' ')
                .append(report.account())
                .append('/')
                .append(report.clOrdId());
        if (report.lastQty() > 0) {
            line.append(' ').append(report.lastQty()).append('@').append(Decimal.toString(report.lastPx()));
        }
        line.append(' ').append(report.ordStatus());
        line.append(' ').append(report.cumQty()).append('+').append(report.leavesQty());
        if (report.ordRejReason() != null) {
            line.append(' ').append(report.ordRejReason().code());
        }
        if (report.text() != null) {
            line.append(' ').append(report.text());
        }
        if (report.execRefId() != null) {
            line.append(" of ").append(report.execRefId());
        }
        return line.toString();
    }

    private static String side(long quantity, long price) {
        return Absent.is(quantity) ? "-" : quantity + "@" + Decimal.toString(price);
    }
}
