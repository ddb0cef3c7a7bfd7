package io.stockmate.benchmarks.stock;

import io.stockmate.core.demand.inventory.LeadTime;
import io.stockmate.core.demand.inventory.StockPolicy;
import io.stockmate.core.demand.inventory.StockTargets;
import io.stockmate.core.demand.inventory.UncertainDemand;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ServiceMeasure;

/**
 * The demand job's own targets, every item's policy being the same cycle service level: what accounts get that set it
 * so and approve all suggestions. No fill rate is asked for.
 */
final class EqualCycle implements LevelPolicy {
    private final StockPolicy policy;

    EqualCycle(double serviceLevel) {
        policy = new StockPolicy(
                LeadTime.of(Shelf.LEAD_DAYS, 0),
                serviceLevel,
                ServiceMeasure.CYCLE,
                1,
                1,
                1,
                Absent.NUMBER,
                Absent.NUMBER);
    }

    @Override
    public double[] levels(Evening evening) {
        double[] levels = new double[evening.items()];
        for (int i = 0; i < levels.length; i++) {
            UncertainDemand demand = UncertainDemand.of(evening.protectedDemands()[i]);
            // Of cycle service, neither what the lead time nor what the review period alone brings is asked.
            levels[i] = Math.max(
                    0,
                    StockTargets.of(policy, demand, UncertainDemand.none(), UncertainDemand.none())
                            .reorderPoint());
        }
        return levels;
    }
}
