package io.stockmate.producers.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether approved suggestions serve customers better than a fixed level, with no more stock than ordering by the mean
 * needs to serve as many.
 *
 * @param stockRatio what the shops with approved suggestions hold by what the mean needs ({@link StockFrontier}); empty
 *     where they serve less than any setting of it
 * @param violations what does not hold, a sentence each
 */
public record Verdict(OptionalDouble stockRatio, List<String> violations) {
    /**
     * @param byMean the shops that order by the mean, one for each safety factor
     * @param suggested those whose suggestions are approved
     * @param approved how many were
     */
    public static Verdict of(Outcome fixed, List<Outcome> byMean, Outcome suggested, long approved) {
        List<String> violations = new ArrayList<>();
        if (approved == 0) {
            violations.add("no suggestion was approved");
        }
        if (suggested.stockOuts() >= fixed.stockOuts()) {
            violations.add("shops with approved suggestions ran out " + suggested.stockOuts()
                    + " times, those with a fixed level " + fixed.stockOuts() + " times");
        }
        if (suggested.lost() >= fixed.lost()) {
            violations.add("shops with approved suggestions could not serve " + suggested.lost()
                    + " units, those with a fixed level " + fixed.lost());
        }
        OptionalDouble needed = new StockFrontier(byMean).heldAt(suggested.fillPercent());
        if (needed.isEmpty()) {
            violations.add(String.format(
                    Locale.ROOT,
                    "shops with approved suggestions serve %.2f %% of demand, less than all that order by the mean",
                    suggested.fillPercent()));
        } else if (suggested.held() > needed.getAsDouble()) {
            violations.add(String.format(
                    Locale.ROOT,
                    "shops with approved suggestions hold %.1f units, the mean needs %.1f to serve as many",
                    suggested.held(),
                    needed.getAsDouble()));
        }
        OptionalDouble ratio = needed.isPresent() && needed.getAsDouble() > 0
                ? OptionalDouble.of(suggested.held() / needed.getAsDouble())
                : OptionalDouble.empty();
        return new Verdict(ratio, List.copyOf(violations));
    }
}
