package io.stockmate.producers.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The least stock that a rule holds by the share of demand it serves, from some of its settings: those that none other
 * beats in both, and the straight lines between them.
 */
public final class StockFrontier {
    private static final Comparator<Outcome> FULLEST_FIRST =
            Comparator.comparingDouble(Outcome::fillPercent).reversed().thenComparingDouble(Outcome::held);

    /** From most to least served, and so from most to least held. */
    private final List<Outcome> efficient = new ArrayList<>();

    /** @param settings what each of them came to, at least one */
    public StockFrontier(List<Outcome> settings) {
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("a frontier of no settings: give at least one");
        }
        for (Outcome outcome : settings.stream().sorted(FULLEST_FIRST).toList()) {
            if (efficient.isEmpty() || outcome.held() < last().held()) {
                efficient.add(outcome);
            }
        }
    }

    private Outcome last() {
        return efficient.get(efficient.size() - 1);
    }

    /**
     * What is held at least where {@code fillPercent} is served. Beyond the setting that serves most, what that one
     * holds: the rule would need more. Nothing below the one that serves least, for how little the rule could do with
     * is not known.
     */
    public OptionalDouble heldAt(double fillPercent) {
        Outcome high = efficient.get(0);
        if (fillPercent >= high.fillPercent()) {
            return OptionalDouble.of(high.held());
        }
        for (Outcome low : efficient) {
            if (low.fillPercent() <= fillPercent) {
                double share = (fillPercent - low.fillPercent()) / (high.fillPercent() - low.fillPercent());
                return OptionalDouble.of(low.held() + share * (high.held() - low.held()));
            }
            high = low;
        }
        return OptionalDouble.empty();
    }
}
