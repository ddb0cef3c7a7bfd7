package io.stockmate.core.demand.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Demand until a delivery that may come after so many days or so many: the mixture of the demands of these days. */
public final class LeadTimeDemand implements UncertainDemand {
    private static final int HALVINGS = 40;

    private record Part(UncertainDemand demand, double probability) {}

    private final List<Part> parts;

    private LeadTimeDemand(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Demand over the lead time and {@code more} days.
     *
     * @param totals the demand of the next n days, n at least 1
     * @param more days between two reviews, or 0
     */
    public static UncertainDemand over(LeadTime leadTime, int more, IntFunction<UncertainDemand> totals) {
        List<Part> parts = new ArrayList<>();
        for (LeadTime.Case each : leadTime.cases()) {
            int days = each.days() + more;
            parts.add(new Part(days == 0 ? UncertainDemand.none() : totals.apply(days), each.probability()));
        }
        return parts.size() == 1 ? parts.get(0).demand : new LeadTimeDemand(parts);
    }

    @Override
    public double mean() {
        double mean = 0;
        for (Part part : parts) {
            mean += part.probability * part.demand.mean();
        }
        return mean;
    }

    @Override
    public double shortageAbove(double level) {
        double shortage = 0;
        for (Part part : parts) {
            shortage += part.probability * part.demand.shortageAbove(level);
        }
        return shortage;
    }

    /** Between the parts' own quantiles, by halving. */
    @Override
    public double quantile(double probability) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Part part : parts) {
            double quantile = part.demand.quantile(probability);
            low = Math.min(low, quantile);
            high = Math.max(high, quantile);
        }
        for (int i = 0; i < HALVINGS && high - low > 1e-6 * Math.max(1, high); i++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double below(double level) {
        double below = 0;
        for (Part part : parts) {
            below += part.probability * below(part.demand, level);
        }
        return below;
    }

    private static double below(UncertainDemand demand, double level) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS / 2; i++) {
            double middle = (low + high) / 2;
            if (demand.quantile(middle) <= level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
