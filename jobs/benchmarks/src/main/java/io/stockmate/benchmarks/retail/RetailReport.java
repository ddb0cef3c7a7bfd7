package io.stockmate.benchmarks.retail;

import io.stockmate.core.anomaly.movement.MovementScore;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** How well the adjustments of a retailer are found, in words and as one line of key=value pairs. */
public final class RetailReport {
    private static final double DAY_MILLIS = 86_400_000;
    private static final double[] PROMISES = {0.5, 1, MovementScore.ALERT_DECADES, 1.5, 2, 2.5};

    private final StringBuilder text = new StringBuilder();
    private final List<ScoredIssue> issues;
    private final MovementCost cost;

    private RetailReport(List<ScoredIssue> issues, MovementCost cost) {
        this.issues = issues;
        this.cost = cost;
    }

    /** The report on issues in order of time; the last line is for scripts. */
    public static String of(List<Issue> issues) {
        return new RetailReport(ScoredIssue.of(issues), MovementCost.of(issues)).write();
    }

    private String write() {
        Ranking ranking = ranking(issues);
        Flags detector = ranking.from(MovementScore.ALERT_DECADES);
        Flags sigma = sigma(issues);
        Flags asMany = ranking.first(sigma.flags());
        Flags asComplete = ranking.finding(sigma.found());
        line("%-52s %8s %10s %8s", "", "flags", "precision", "recall");
        row("3-sigma rule on the sizes", sigma);
        row("detector, score >= " + MovementScore.ALERT_DECADES, detector);
        row("detector, as many flags as the rule", asMany);
        row("detector, as many found as by the rule", asComplete);
        halves();
        promises(ranking);
        Ranking ofOneKey = LabelledBound.ofOneKey(issues);
        Ranking ofAllKeys = LabelledBound.ofAllKeys(issues);
        bounds(ranking, ofOneKey, ofAllKeys, detector.flags());
        line(
                "issues=%d positives=%d keys=%d flags=%d precision=%.4f recall=%.4f"
                        + " sigma_flags=%d sigma_precision=%.4f sigma_recall=%.4f"
                        + " precision_at_sigma_flags=%.4f recall_at_sigma_flags=%.4f precision_at_sigma_recall=%.4f"
                        + " average_precision=%.4f labelled_average_precision=%.4f all_keys_average_precision=%.4f"
                        + " issues_per_cpu_s=%.0f state_bytes_mean=%.1f state_bytes_max=%d",
                issues.size(),
                sigma.positives(),
                cost.stateBytes().getCount(),
                detector.flags(),
                detector.precision(),
                detector.recall(),
                sigma.flags(),
                sigma.precision(),
                sigma.recall(),
                asMany.precision(),
                asMany.recall(),
                asComplete.precision(),
                ranking.averagePrecision(),
                ofOneKey.averagePrecision(),
                ofAllKeys.averagePrecision(),
                cost.issuesPerCpuSecond(),
                cost.stateBytes().getAverage(),
                cost.stateBytes().getMax());
        return text.toString();
    }

    private void halves() {
        line("");
        line("The same on two halves of the keys, by a hash of their names:");
        for (int half = 0; half < 2; half++) {
            int wanted = half;
            List<ScoredIssue> part = issues.stream()
                    .filter(s -> LabelledBound.part(s.issue().symbol(), 2) == wanted)
                    .toList();
            row("half " + (half + 1) + ": 3-sigma rule", sigma(part));
            Ranking ranking = ranking(part);
            row(
                    String.format(
                            Locale.ROOT,
                            "half %d: detector, average precision %.3f",
                            half + 1,
                            ranking.averagePrecision()),
                    ranking.from(MovementScore.ALERT_DECADES));
        }
    }

    private void promises(Ranking ranking) {
        double keyDays = keyDays();
        line("");
        line("What a score promises: ordinary issues at or above it, per key and day (%.0f key-days)", keyDays);
        line("%8s %12s %12s %8s %10s %8s", "score", "at most", "measured", "flags", "precision", "recall");
        for (double score : PROMISES) {
            Flags flags = ranking.from(score);
            double measured = (flags.flags() - flags.found()) / keyDays;
            line(
                    "%8.3f %12.5f %12.5f %8d %10.3f %8.3f",
                    score, StrictMath.pow(10, -score), measured, flags.flags(), flags.precision(), flags.recall());
        }
    }

    private void bounds(Ranking detector, Ranking ofOneKey, Ranking ofAllKeys, int flags) {
        line("");
        line(
                "How far it can go (logistic regression that is told the answers on four fifths of the keys, asked on the");
        line("rest; an estimate, not a proof), at the detector's number of flags:");
        bound("detector, told nothing", detector, flags);
        bound("told, on the same knowledge of one key", ofOneKey, flags);
        bound("told, and knows what else moves in that minute", ofAllKeys, flags);
        line(
                "The last is beyond any detector of one key: an adjustment is booked alone, a sale is a line of an invoice.");
        line("");
    }

    private void bound(String name, Ranking ranking, int flags) {
        Flags first = ranking.first(flags);
        line(
                "%-52s %8d %10.3f %8.3f   average precision %.3f",
                name, first.flags(), first.precision(), first.recall(), ranking.averagePrecision());
    }

    private void row(String name, Flags flags) {
        line("%-52s %8d %10.3f %8.3f", name, flags.flags(), flags.precision(), flags.recall());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** From each key's first issue to the last of all. */
    private double keyDays() {
        Map<String, Long> first = new HashMap<>();
        long last = Long.MIN_VALUE;
        for (ScoredIssue scored : issues) {
            first.putIfAbsent(scored.issue().symbol(), scored.issue().timeMillis());
            last = Math.max(last, scored.issue().timeMillis());
        }
        double days = 0;
        for (long start : first.values()) {
            days += (last - start) / DAY_MILLIS;
        }
        return days;
    }

    static Ranking ranking(List<ScoredIssue> issues) {
        boolean[] positive = new boolean[issues.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = issues.get(i).issue().adjustment();
        }
        return new Ranking(issues.stream().mapToDouble(s -> s.score().decades()).toArray(), positive);
    }

    static Flags sigma(List<ScoredIssue> issues) {
        Predicate<ScoredIssue> positive = s -> s.issue().adjustment();
        return new Flags(
                (int) issues.stream().filter(ScoredIssue::sigma).count(),
                (int) issues.stream()
                        .filter(ScoredIssue::sigma)
                        .filter(positive)
                        .count(),
                (int) issues.stream().filter(positive).count());
    }
}
