package io.stockmate.core.demand.daily;

import io.stockmate.core.demand.Forecast;
import io.stockmate.core.demand.inventory.Advice;
import io.stockmate.core.demand.inventory.PurchaseOrder;
import io.stockmate.core.demand.inventory.Replenishment;
import io.stockmate.core.demand.inventory.StockPolicy;
import io.stockmate.core.demand.inventory.StockTargets;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.state.Days;
import java.util.ArrayList;
import java.util.List;

/** Makes suggestions of a symbol's advice, numbered by the tick that brought them about. */
final class Suggestions {
    private final String symbol;
    private final EventHeader tick;
    private final Head head;
    private final DemandResults results;
    private int made;

    Suggestions(String symbol, EventHeader tick, Head head, DemandResults results) {
        this.symbol = symbol;
        this.tick = tick;
        this.head = head;
        this.results = results;
    }

    /**
     * Suggests what is to be done, where one of the days after {@code reviewed} up to {@code today} is a day of review.
     */
    void review(String name, Account account, StockTargets targets, Forecast forecast, long reviewed, long today) {
        if (account.policy == null) {
            return;
        }
        long every = account.policy.reviewDays();
        if (Math.floorDiv(today, every) == Math.floorDiv(reviewed, every)) {
            return;
        }
        double[] expected = new double[forecast.horizon()];
        for (int step = 1; step <= expected.length; step++) {
            expected[step - 1] = forecast.mean(step);
        }
        Replenishment replenishment = new Replenishment(
                today,
                account.onHand,
                orders(account, today),
                StockPolicy.of(account.policy),
                targets,
                expected,
                head.lotSize,
                head.orderQtyMax);
        for (Advice advice : replenishment.advice()) {
            made++;
            results.suggestion(new ReplenishmentSuggestion(
                    symbol,
                    tick.ts(),
                    tick.seq(),
                    symbol + "-S-" + tick.seq() + (made == 1 ? "" : "-" + made),
                    name,
                    advice.action(),
                    advice.orderId(),
                    advice.qty(),
                    account.paidLast,
                    Days.start(advice.needByDay()),
                    advice.why()));
        }
    }

    /** What was ordered before it was known that the account plans its stock counts as overdue. */
    private List<PurchaseOrder> orders(Account account, long today) {
        List<PurchaseOrder> orders = new ArrayList<>();
        long unknown = account.onOrder;
        for (var each : account.purchases.entrySet()) {
            String orderId = symbol + "-" + each.getKey();
            Purchase purchase = each.getValue();
            if (purchase.bid > 0) {
                orders.add(new PurchaseOrder(orderId, purchase.bid, PurchaseOrder.NOT_FILLED));
            }
            for (var due : purchase.due.entrySet()) {
                orders.add(new PurchaseOrder(orderId, due.getValue(), due.getKey()));
                unknown -= due.getValue();
            }
        }
        if (unknown > 0) {
            orders.add(new PurchaseOrder(PurchaseOrder.UNKNOWN, unknown, today - 1));
        }
        return orders;
    }
}
