package io.stockmate.local.command;

import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.Ink;
import io.stockmate.local.platform.RunningPlatform;
import io.stockmate.local.status.Finding;
import io.stockmate.local.status.Finding.Verdict;
import io.stockmate.local.status.HealthLimits;
import io.stockmate.local.status.JobHealth;
import io.stockmate.local.status.PlatformHealth;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether a platform is well. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Tells whether the platform on the data directory is well: each job's state, checkpoints, lag and missing"
                    + " events, streams, deliveries, books and disk. What is broken is named with its cause.",
            "Exit status 0 where nothing is broken."
        })
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Option(
            names = "--web-ui",
            paramLabel = "URL",
            description = "Ask the Flink cluster at this address instead, such as one on EKS behind 'kubectl"
                    + " port-forward'; of jobs only.")
    private @Nullable URI webUi;

    @Option(
            names = "--lag-max",
            paramLabel = "D",
            defaultValue = "60s",
            converter = DurationOption.class,
            description = "How far a job may be behind its stream (default: 60s).")
    private Duration lag;

    @Option(
            names = "--checkpoint-age-max",
            paramLabel = "D",
            converter = DurationOption.class,
            description = "How old the newest checkpoint may be (default: three intervals, and at least a minute).")
    private @Nullable Duration checkpointAge;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        HealthLimits limits = new HealthLimits(lag, checkpointAge);
        long now = System.currentTimeMillis();
        List<Finding> findings = webUi == null
                ? new PlatformHealth(RunningPlatform.require(options.data()), options.data(), limits).look(now)
                : new JobHealth(webUi, limits, now).look(Set.of());
        print(findings);
        return count(findings, Verdict.BROKEN) == 0 ? 0 : 1;
    }

    private void print(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        int width = findings.stream()
                .mapToInt(finding -> finding.part().length())
                .max()
                .orElse(0);
        String line = "%-" + Math.max(1, width) + "s  %s  %s";
        for (Finding finding : findings) {
            out.println(String.format(Locale.ROOT, line, finding.part(), shown(finding.verdict()), finding.text()));
        }
        long broken = count(findings, Verdict.BROKEN);
        out.println("status=" + (broken == 0 ? "well" : "broken") + " broken=" + broken + " watch="
                + count(findings, Verdict.WATCH) + " checks=" + findings.size());
        out.flush();
    }

    private String shown(Verdict verdict) {
        Ink ink = options.ink();
        return switch (verdict) {
            case WELL -> ink.good("well  ");
            case WATCH -> ink.strong("watch ");
            case BROKEN -> ink.bad("BROKEN");
        };
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
