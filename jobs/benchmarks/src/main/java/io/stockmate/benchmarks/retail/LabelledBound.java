package io.stockmate.benchmarks.retail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.zip.CRC32;

/**
 * How far it could go: a model that is told which issues are adjustments, on the same causal knowledge. Trained on four
 * fifths of the keys and asked about the rest, in turn. An estimate of what labels would add, not a proof.
 */
final class LabelledBound {
    private static final int PARTS = 5;

    private static final List<ToDoubleFunction<ScoredIssue>> CAUSAL = List.of(
            s -> 1,
            s -> s.score().sizeDecades(),
            s -> s.score().waitDecades(),
            s -> StrictMath.log(s.issue().quantity()),
            s -> StrictMath.log(1.0 + s.earlier()),
            s -> Double.isNaN(s.sinceDays()) ? 0 : StrictMath.log(0.01 + s.sinceDays()),
            s -> Double.isNaN(s.sinceDays()) ? 1 : 0,
            s -> s.issue().quantity() % 2 == 0 ? 1 : 0,
            s -> s.issue().quantity() % 3 == 0 ? 1 : 0,
            s -> s.issue().quantity() % 5 == 0 ? 1 : 0,
            s -> hour(s.issue()),
            s -> hour(s.issue()) * hour(s.issue()));

    private LabelledBound() {}

    /** With what the detector itself may know of an issue: size and time, and its key's past. */
    static Ranking ofOneKey(List<ScoredIssue> issues) {
        return ranking(issues, features(issues));
    }

    /**
     * With how many issues of other keys share its minute, too: an adjustment is booked alone, a sale is a line of an
     * invoice. No detector of one key can know it.
     */
    static Ranking ofAllKeys(List<ScoredIssue> issues) {
        Map<Long, Integer> inMinute = new HashMap<>();
        for (ScoredIssue issue : issues) {
            inMinute.merge(issue.issue().timeMillis() / 60_000, 1, Integer::sum);
        }
        double[][] rows = features(issues);
        for (int i = 0; i < rows.length; i++) {
            int together = inMinute.getOrDefault(issues.get(i).issue().timeMillis() / 60_000, 1);
            double[] wider = Arrays.copyOf(rows[i], rows[i].length + 1);
            wider[rows[i].length] = StrictMath.log(together);
            rows[i] = wider;
        }
        return ranking(issues, rows);
    }

    /** The part, of so many, that a key belongs to: by its name alone. */
    static int part(String symbol, int parts) {
        CRC32 hash = new CRC32();
        hash.update(symbol.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % parts);
    }

    private static Ranking ranking(List<ScoredIssue> issues, double[][] rows) {
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = issues.get(i).issue().adjustment();
        }
        double[] scores = new double[rows.length];
        for (int part = 0; part < PARTS; part++) {
            boolean[] used = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                used[i] = part(issues.get(i).issue().symbol(), PARTS) != part;
            }
            LogisticRegression model = LogisticRegression.fit(rows, positive, used);
            for (int i = 0; i < rows.length; i++) {
                if (!used[i]) {
                    scores[i] = model.score(rows[i]);
                }
            }
        }
        return new Ranking(scores, positive);
    }

    private static double[][] features(List<ScoredIssue> issues) {
        double[][] rows = new double[issues.size()][];
        for (int i = 0; i < rows.length; i++) {
            ScoredIssue issue = issues.get(i);
            rows[i] = CAUSAL.stream()
                    .mapToDouble(feature -> feature.applyAsDouble(issue))
                    .toArray();
        }
        return rows;
    }

    /** Hours before or after noon. */
    private static double hour(Issue issue) {
        return issue.timeMillis() % 86_400_000 / 3_600_000.0 - 12;
    }
}
