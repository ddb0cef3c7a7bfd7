package io.stockmate.benchmarks.retail;

import io.stockmate.core.anomaly.movement.MovementDetector;
import io.stockmate.core.anomaly.movement.MovementScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An issue with what detector and rule said of it.
 *
 * @param earlier how many issues its key had before
 * @param sinceDays days since its key's last issue; NaN at the first
 */
public record ScoredIssue(Issue issue, MovementScore score, boolean sigma, int earlier, double sinceDays) {
    private static final double DAY_MILLIS = 86_400_000;

    /** Feeds issues to the detector and the rule of their key, in order. */
    public static List<ScoredIssue> of(List<Issue> issues) {
        Map<String, Watch> watches = new HashMap<>();
        List<ScoredIssue> scored = new ArrayList<>(issues.size());
        for (Issue issue : issues) {
            scored.add(watches.computeIfAbsent(issue.symbol(), symbol -> new Watch())
                    .watch(issue));
        }
        return scored;
    }

    private static final class Watch {
        private final MovementDetector detector = new MovementDetector();
        private final ThreeSigmaRule rule = new ThreeSigmaRule();
        private int earlier;
        private double lastMillis = Double.NaN;

        private ScoredIssue watch(Issue issue) {
            ScoredIssue scored = new ScoredIssue(
                    issue,
                    detector.observe(issue.timeMillis(), issue.quantity()),
                    rule.flags(issue.quantity()),
                    earlier++,
                    (issue.timeMillis() - lastMillis) / DAY_MILLIS);
            lastMillis = issue.timeMillis();
            return scored;
        }
    }
}
