package io.stockmate.local.command;

import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.local.verify.AlertProof;
import io.stockmate.local.verify.AlertProofText;
import io.stockmate.local.verify.AlertReport;
import io.stockmate.local.verify.PlantedFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plants anomalies in simulated weeks and looks for them among the alerts. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a demo market of simulated weeks on a platform of its own, in which anomalies of every kind are planted"
                    + " at known places, and compares them with the alerts in the lake.",
            "Holds where every one was found, with its kind, symbol and time, where every alert's SQL gives its numbers"
                    + " from tables of events, and where the log, replayed, gives the same alerts."
        })
public final class VerifyAlertsCommand implements Callable<Integer> {
    private static final long WEEK_S = 7 * 24 * 3_600;

    @Mixin
    private CommonOptions options;

    @Option(names = "--seed", paramLabel = "N", description = "Of all chance (default: 1).")
    private long seed = 1;

    @Option(names = "--weeks", paramLabel = "N", description = "How many are simulated (default: 2).")
    private int weeks = 2;

    @Option(names = "--speed", paramLabel = "N", description = "See run (default: 10000).")
    private int speed = 10_000;

    @Option(names = "--rate", paramLabel = "N", description = "See run.")
    private int rate = MarketRun.RATE_DEFAULT;

    @Mixin
    private KeepOption keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return keep.run("stockmate-alerts-", this::verify);
    }

    private int verify(Path directory) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PlatformSettings settings = PlatformSettings.onFreePorts(directory).withSpeed(speed);
        PlatformLog.to(settings.data());
        Duration duration = Duration.ofSeconds(weeks * WEEK_S / speed);
        try (StopSignal stop = StopSignal.take();
                Platform platform = Platform.start(settings)) {
            new MarketRun(platform, out, options.ink(), stop).play(duration, seed, rate, true, null);
        }
        AlertProof proof = AlertProof.of(
                settings.data().lake(),
                new PlantedFile(settings.data().planted()).read(),
                StillMarket.rules(),
                Platform.anomalySettings());
        out.println();
        AlertProofText.lines(proof, options.ink()).forEach(out::println);
        out.println();
        AlertReport report = proof.report();
        out.println("planted=" + AlertReport.sum(report.planted()) + " found=" + AlertReport.sum(report.found())
                + " other=" + (report.beside().size() + report.others().size()) + " beside="
                + report.beside().size() + " unripe=" + proof.unripe() + " alerts=" + proof.raised()
                + " repro_checked=" + proof.raised() + " repro_wrong="
                + proof.wrongNumbers().size() + " replay_differs="
                + proof.notReplayed().size() + " seed=" + seed + " weeks=" + weeks + " speed=" + speed + " violations="
                + proof.violations());
        out.flush();
        return proof.violations() == 0 ? 0 : 1;
    }
}
