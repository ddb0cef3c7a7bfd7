package io.stockmate.lake;

import java.nio.file.Path;
import java.time.Duration;

/** Merges the closed days of a lake without end, to be killed: a program of its own. Says when it begins. */
final class EndlessMerge {
    private EndlessMerge() {}

    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] arguments) throws Exception {
        LakeMerge merge = LakeMerge.of(Path.of(arguments[0]), MergeSettings.DEFAULT.withKeep(Duration.ofMinutes(1)));
        System.out.println("begins");
        while (true) {
            MergeReport report =
                    merge.closedDays(MergedLake.MIDNIGHT + MergedLake.DAY_MILLIS, System.currentTimeMillis());
            if (!report.problems().isEmpty()) {
                throw new IllegalStateException(report.problems().toString());
            }
        }
    }
}
