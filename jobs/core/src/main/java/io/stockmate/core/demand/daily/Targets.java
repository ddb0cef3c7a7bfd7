package io.stockmate.core.demand.daily;

import io.stockmate.core.demand.inventory.LeadTimeDemand;
import io.stockmate.core.demand.inventory.StockPolicy;
import io.stockmate.core.demand.inventory.StockTargets;
import io.stockmate.core.demand.inventory.UncertainDemand;
import java.util.function.IntFunction;

/** The stock targets of a policy, from a forecaster's totals. */
final class Targets {
    private Targets() {}

    /** @param totals the demand of the next n days, n at least 1 */
    static StockTargets of(StockPolicy policy, IntFunction<UncertainDemand> totals) {
        return StockTargets.of(
                policy,
                LeadTimeDemand.over(policy.leadTime(), policy.reviewDays(), totals),
                LeadTimeDemand.over(policy.leadTime(), 0, totals),
                totals.apply(policy.reviewDays()));
    }
}
