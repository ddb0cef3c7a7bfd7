package io.stockmate.core.demand.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * How many days pass from an order to its delivery: whole days on at most three points, with the mean and the variance
 * asked for. No more than its first two moments is known of a lead time, and a forecaster totals whole days; a
 * distribution on three points with these moments leaves the variance of lead-time demand what it is for any other:
 * E[L]·Var(D) + E[D]²·Var(L) (Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed.,
 * ch. 6; Axsäter, Inventory Control, 3rd ed., ch. 5).
 */
public final class LeadTime {
    /** A number of days and how probable it is. */
    public record Case(int days, double probability) {}

    private static final int DAYS_MAX = 3_650;

    private final List<Case> cases;

    private LeadTime(List<Case> cases) {
        this.cases = List.copyOf(cases);
    }

    /**
     * No case lies more than 3,650 days from the mean; a deviation that asks for more gets as much variance as that
     * allows.
     *
     * @param meanDays at least 0; 0 delivers at once, whatever the deviation
     * @param deviationDays the standard deviation, at least 0
     */
    public static LeadTime of(int meanDays, double deviationDays) {
        if (meanDays < 0 || !(deviationDays >= 0) || !Double.isFinite(deviationDays)) {
            throw new IllegalArgumentException("a lead time of " + meanDays + " days, give or take " + deviationDays
                    + ": both are to be numbers from 0 on");
        }
        if (meanDays == 0 || deviationDays == 0) {
            return new LeadTime(List.of(new Case(meanDays, 1)));
        }
        double variance = deviationDays * deviationDays;
        int spread = (int) within(StrictMath.round(StrictMath.sqrt(3) * deviationDays), 1);
        int early = Math.min(spread, meanDays);
        int late = (int) within(StrictMath.ceil(variance / early), spread);
        variance = Math.min(variance, (double) early * late);
        double earlyShare = variance / ((double) early * (early + late));
        double lateShare = variance / ((double) late * (early + late));
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(meanDays - early, earlyShare));
        double usual = 1 - earlyShare - lateShare;
        if (usual > 0) {
            cases.add(new Case(meanDays, usual));
        }
        cases.add(new Case(meanDays + late, lateShare));
        return new LeadTime(cases);
    }

    private static double within(double days, int least) {
        return Math.min(DAYS_MAX, Math.max(least, days));
    }

    /** Ascending by days; the probabilities add up to 1. */
    public List<Case> cases() {
        return cases;
    }

    /** The longest of the cases. */
    public int daysMax() {
        return cases.get(cases.size() - 1).days();
    }
}
