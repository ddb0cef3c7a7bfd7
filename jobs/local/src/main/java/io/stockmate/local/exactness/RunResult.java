package io.stockmate.local.exactness;

import io.stockmate.core.market.MarketRules;
import io.stockmate.lake.LogSelection;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Verdict;
import io.stockmate.pipelines.reconcile.Violation;
import io.stockmate.pipelines.replay.LakeReplay;
import io.stockmate.pipelines.replay.ReplayReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run left behind. */
record RunResult(
        Variant variant,
        List<Kill> kills,
        long faults,
        String unfinished,
        Publication published,
        LakeContents lake,
        Verdict reconciled,
        ReplayReport replayed,
        List<Violation> undelivered) {

    /** @param scratch a directory that is not there; the log is replayed into it */
    static RunResult read(DataDirectory data, Variant variant, LogRun.Lived lived, Path scratch) throws Exception {
        MarketRules rules = StillMarket.rules();
        Publication published;
        Verdict reconciled;
        List<Violation> undelivered = new ArrayList<>();
        try (StillMarket market = StillMarket.open(data)) {
            published = Publication.of(market);
            reconciled = Reconciliation.of(market, rules, scratch.resolve("reconcile"));
            undelivered.addAll(Deliveries.ofStatuses(market, data));
            undelivered.addAll(PublishedAlerts.violations(market));
        }
        undelivered.addAll(Deliveries.ofAccounting(data));
        Path rebuilt = scratch.resolve("rebuilt");
        ReplayReport replayed = LakeReplay.run(data.lake(), rebuilt.resolve("lake"), rebuilt, rules, LogSelection.ALL);
        return new RunResult(
                variant,
                lived.kills(),
                lived.faults(),
                lived.unfinished(),
                published,
                LakeContents.of(data.lake()),
                reconciled,
                replayed,
                undelivered);
    }

    /** One line. */
    String text() {
        String came = kills.isEmpty()
                ? "not killed"
                : kills.size() + " kills (" + killsInsideCheckpoint() + " inside a checkpoint), new events after "
                        + recoveriesMs() + " ms" + (faults == 0 ? "" : ", " + faults + " requests failed on purpose");
        return variant.title() + ": " + came + "; " + published.events() + " events, " + published.repeats()
                + " published again; " + lake.rowCount() + " rows, sha256 "
                + lake.sha256OfAll().substring(0, 16) + "; " + reconciled.violationCount() + " breaks, "
                + replayed.violations() + " differences in replay";
    }

    List<Long> recoveriesMs() {
        return published.recoveries(kills);
    }

    long killsInsideCheckpoint() {
        return kills.stream().filter(Kill::insideCheckpoint).count();
    }
}
