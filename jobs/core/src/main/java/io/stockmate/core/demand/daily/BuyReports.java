package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Category;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.state.Days;

/** What reports of BUYs say: what buyers did not get, and what those that plan have bid for. */
final class BuyReports {
    private final Head head;
    private final Accounts accounts;

    BuyReports(Head head, Accounts accounts) {
        this.head = head;
        this.accounts = accounts;
    }

    /** Returns whether the head has changed. */
    boolean apply(ExecutionReport report, long ts) {
        Bucket bucket = head.bucket(wantedUntil(report, ts), ts);
        boolean changed = false;
        if (report.category() == Category.no_match_buy && bucket != null) {
            changed = true;
            long unmet = report.orderQty() - report.cumQty();
            bucket.unmet += unmet;
            bucket.lost += isLost(report) ? unmet : 0;
        }
        if (head.mayPlan(report.account()) && !report.orderId().equals("NONE")) {
            accounts.changeBuyer(report.account(), ts, buyer -> bid(buyer, report));
        }
        return changed;
    }

    /** An order expires with the first tick after its time: a DAY order's is the end of the day before. */
    private static long wantedUntil(ExecutionReport report, long ts) {
        if (report.execType() != ExecType.EXPIRED) {
            return ts;
        }
        return report.timeInForce() == TimeInForce.GTD
                ? Math.min(ts, report.expireTime() - 1)
                : Days.start(Days.of(ts)) - 1;
    }

    /** Whether what a BUY did not get might have been sold by somebody who had nothing. */
    private boolean isLost(ExecutionReport report) {
        return head.anySoldOut()
                && !head.planned.contains(report.account())
                && accounts.known(report.account()) == null;
    }

    private static void bid(Account account, ExecutionReport report) {
        long entry = SymbolDemand.number(report.orderId());
        Purchase purchase = account.purchases.computeIfAbsent(entry, none -> new Purchase());
        purchase.bid = report.leavesQty();
        if (purchase.isOver()) {
            account.purchases.remove(entry);
        }
    }
}
