package io.stockmate.local.command;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.AlertState;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.console.TextTable;
import io.stockmate.local.platform.Directories;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.verify.AlertReport;
import io.stockmate.local.verify.PlantedFile;
import io.stockmate.local.verify.Repro;
import io.stockmate.producers.planted.Plant;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "Holds where every one was found, with its kind, symbol and time, and every alert's SQL gives its numbers."
        })
public final class VerifyAlertsCommand implements Callable<Integer> {
    private static final long WEEK_S = 7 * 24 * 3_600;
    private static final int LINES_MAX = 20;

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

    @Option(names = "--keep", paramLabel = "DIR", description = "Run in this new directory, and leave it there.")
    private @Nullable Path keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (keep != null && Files.exists(keep)) {
            throw new CommandFailed("--keep " + keep + " is there already: name a directory that is not");
        }
        Path directory = keep == null ? Files.createTempDirectory("stockmate-alerts-") : keep;
        try {
            return verify(directory);
        } finally {
            if (keep == null) {
                Directories.remove(directory);
            }
        }
    }

    private int verify(Path directory) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        StopSignal stop = StopSignal.take();
        PlatformSettings settings = PlatformSettings.onFreePorts(directory).withSpeed(speed);
        PlatformLog.to(settings.data());
        Duration duration = Duration.ofSeconds(weeks * WEEK_S / speed);
        try (Platform platform = Platform.start(settings)) {
            new MarketRun(platform, out, options.ink(), stop).play(duration, seed, rate, true, null);
        }
        List<Plant> plants = new PlantedFile(settings.data().planted()).read();
        List<Alert> alerts = raised(settings.data().lake());
        List<String> wrongNumbers = new ArrayList<>();
        try (LakeQueries lake = LakeQueries.open(settings.data().lake())) {
            for (Alert alert : alerts) {
                Repro.difference(lake, alert).ifPresent(wrongNumbers::add);
            }
        }
        AlertReport report = AlertReport.of(plants, alerts);
        print(out, report, alerts.size(), wrongNumbers);
        return report.missed().isEmpty() && wrongNumbers.isEmpty() && !plants.isEmpty() ? 0 : 1;
    }

    private static List<Alert> raised(Path lake) {
        List<Alert> alerts = new ArrayList<>();
        try (LakeReader reader = LakeReader.open(lake, row -> {
            throw new CommandFailed("a row of " + row.table() + " cannot be read: " + row.problem());
        })) {
            reader.alerts(alerts::add);
        }
        alerts.removeIf(alert -> alert.state() != AlertState.RAISED);
        return alerts;
    }

    private void print(PrintWriter out, AlertReport report, int alerts, List<String> wrongNumbers) {
        out.println();
        TextTable table = new TextTable("kind", "planted", "found", "beside another", "elsewhere");
        for (AlertKind kind : AlertKind.values()) {
            table.row(
                    kind,
                    report.planted().getOrDefault(kind, 0),
                    report.found().getOrDefault(kind, 0),
                    report.beside().getOrDefault(kind, 0),
                    report.others().getOrDefault(kind, 0));
        }
        table.lines().forEach(out::println);
        out.println();
        report.missed().stream()
                .limit(LINES_MAX)
                .forEach(plant -> out.println(options.ink()
                        .bad("missed: " + plant.kind() + " in " + plant.symbol() + " between "
                                + Instant.ofEpochMilli(plant.from()) + " and " + Instant.ofEpochMilli(plant.to()))));
        wrongNumbers.stream()
                .limit(LINES_MAX)
                .forEach(wrong -> out.println(options.ink().bad(wrong)));
        int planted = AlertReport.sum(report.planted());
        int violations = report.missed().size() + wrongNumbers.size() + (planted == 0 ? 1 : 0);
        out.println("violations=" + violations + " planted=" + planted + " found=" + AlertReport.sum(report.found())
                + " beside=" + AlertReport.sum(report.beside()) + " others=" + AlertReport.sum(report.others())
                + " alerts=" + alerts + " repro_wrong=" + wrongNumbers.size() + " seed=" + seed + " weeks=" + weeks);
        out.flush();
    }
}
