package io.stockmate.local.command;

import io.stockmate.benchmarks.forecast.ForecastBench;
import io.stockmate.benchmarks.forecast.RecordedDemand;
import io.stockmate.benchmarks.stock.StockBench;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forecasts recorded series with the forecaster of the demand job. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description =
                "Forecasts series (id;horizon;season length;history,…;test,…) with the demand job's own forecaster"
                        + " and scores it where test values are given.")
public final class BenchForecastCommand implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Option(names = "--in", required = true, arity = "1..*", paramLabel = "FILE", description = "Files of series.")
    private List<Path> in;

    @Option(
            names = "--periods",
            split = ",",
            paramLabel = "LENGTH",
            description = "The season lengths of all series, for instance 24,168. Default: each series' own.")
    private List<Integer> periods = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Where id;mean,…;q0.025,…;… goes; for one --in file.")
    private @Nullable Path out;

    @Option(
            names = "--stock",
            description =
                    "Sells the series, read as daily demand, from simulated shelves (lead time 7 days, lost sales) and"
                            + " compares the stock held with that of a 28-day mean and deviation.")
    private boolean stock;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (out != null && in.size() > 1) {
            throw new CommandFailed("--out takes the forecasts of one file; --in names " + in.size());
        }
        PrintWriter print = spec.commandLine().getOut();
        if (stock) {
            return sell(print);
        }
        double worst = 0;
        double sum = 0;
        for (Path file : in) {
            ForecastBench bench = on(file, series -> ForecastBench.of(series, periods));
            if (out != null) {
                bench.write(out);
            }
            bench.comparison().forEach(print::println);
            print.println(in.size() == 1 ? bench.line() : "file=" + file.getFileName() + " " + bench.line());
            print.flush();
            worst = Math.max(worst, bench.overallWeightedAverage());
            sum += bench.overallWeightedAverage();
        }
        if (in.size() > 1) {
            print.println(
                    String.format(Locale.ROOT, "files=%d owa=%.4f worst_owa=%.4f", in.size(), sum / in.size(), worst));
            print.flush();
        }
        return 0;
    }

    private int sell(PrintWriter print) throws IOException {
        if (out != null) {
            throw new CommandFailed("--out takes forecasts and --stock makes none: give one of them");
        }
        for (Path file : in) {
            StockBench bench = on(file, series -> StockBench.of(series, periods));
            bench.frontier().forEach(print::println);
            print.println(in.size() == 1 ? bench.line() : "file=" + file.getFileName() + " " + bench.line());
            print.flush();
        }
        return 0;
    }

    private static <B> B on(Path file, Function<List<RecordedDemand>, B> bench) throws IOException {
        try {
            List<RecordedDemand> all = RecordedDemand.readAll(file);
            if (all.isEmpty()) {
                throw new CommandFailed(file + " has no series: a line is id;horizon;season length;history,…;test,…");
            }
            return bench.apply(all);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
