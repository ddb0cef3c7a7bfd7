package io.stockmate.local.command;

import io.stockmate.benchmarks.faults.Family;
import io.stockmate.benchmarks.faults.Fault;
import io.stockmate.benchmarks.faults.Found;
import io.stockmate.benchmarks.faults.Trials;
import io.stockmate.local.console.CommonOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plants anomalies into series whose law is known and counts what the anomaly job's detector finds. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Plants anomalies into clean seeded series of 288 values a day, each just so large that one who knows the law"
                    + " would see it at odds of a million to one, and again at half that size.",
            "Prints recall, median delay in values, and alerts per key and day where nothing was planted."
        })
public final class BenchFaultsCommand implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all series (default: 1).")
    private long seed;

    @Option(
            names = "--series",
            paramLabel = "N",
            defaultValue = "40",
            description = "Series of each family, four weeks long (default: 40).")
    private int series;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Map<Family, Trials> trials = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            trials.put(family, Trials.of(family, series, seed));
        }
        print("Found where the odds are a million to one: recall (planted), median delay in values");
        Found atSize = table(trials, Trials::atSize);
        print("Found at half that size");
        Found atHalfSize = table(trials, Trials::atHalfSize);
        int days = 0;
        int alerts = 0;
        for (Map.Entry<Family, Trials> entry : trials.entrySet()) {
            Trials own = entry.getValue();
            days += own.cleanDays();
            alerts += own.falseAlerts();
            print(
                    "%-15s %6d clean days, %.4f alerts a day",
                    entry.getKey(), own.cleanDays(), (double) own.falseAlerts() / own.cleanDays());
        }
        print(
                "seed=%d planted=%d recall=%.4f median_delay_values=%.1f recall_half_size=%.4f"
                        + " clean_key_days=%d alerts_per_key_day=%.4f",
                seed,
                atSize.planted(),
                atSize.recall(),
                atSize.medianDelay(),
                atHalfSize.recall(),
                days,
                (double) alerts / days);
        return 0;
    }

    /** Prints a row per fault and family, and returns all of them together. */
    private Found table(Map<Family, Trials> trials, Function<Trials, Map<Fault, Found>> which) {
        Found all = new Found();
        for (Fault fault : Fault.values()) {
            Found ofFault = new Found();
            StringBuilder families = new StringBuilder();
            trials.forEach((family, own) -> {
                Found found = which.apply(own).get(fault);
                if (found != null) {
                    ofFault.add(found);
                    families.append(String.format(
                            Locale.ROOT,
                            "  %s %.3f (%d) %.1f",
                            family.name().toLowerCase(Locale.ROOT),
                            found.recall(),
                            found.planted(),
                            found.medianDelay()));
                }
            });
            print(
                    "%-13s %.4f (%d) %4.1f  %s",
                    fault, ofFault.recall(), ofFault.planted(), ofFault.medianDelay(), families);
            all.add(ofFault);
        }
        return all;
    }

    private void print(String format, Object... values) {
        PrintWriter print = spec.commandLine().getOut();
        print.println(String.format(Locale.ROOT, format, values));
        print.flush();
    }
}
