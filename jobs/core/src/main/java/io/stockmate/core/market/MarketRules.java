package io.stockmate.core.market;

import io.stockmate.core.chain.CanonicalForm;
import java.io.Serializable;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The properties that decide results, the same for all symbols. Every chain starts from their hash.
 *
 * @param operators accounts that may define instruments, set trading status, announce events and correct trades
 * @param correctableMs how long a trade can be corrected, in milliseconds of book time
 */
public record MarketRules(SortedSet<String> operators, long correctableMs) implements Serializable {
    /** Seven days. */
    public static final long CORRECTABLE_MS_DEFAULT = 7L * 24 * 60 * 60 * 1000;

    public static MarketRules of(Iterable<String> operators, long correctableMs) {
        SortedSet<String> sorted = new TreeSet<>();
        operators.forEach(sorted::add);
        return new MarketRules(sorted, correctableMs);
    }

    /** The chain before the first event. */
    public long hash() {
        CanonicalForm form = new CanonicalForm();
        for (String operator : operators) {
            form.text("operator", operator);
        }
        form.integer("correctable", correctableMs);
        return form.hash(0);
    }
}
