package io.stockmate.local.command;

import io.stockmate.benchmarks.Median;
import io.stockmate.benchmarks.source.SourceBench;
import io.stockmate.benchmarks.source.SourceBench.Reader;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.Streams;
import io.stockmate.local.platform.TemporaryDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the source of matching beside the one that Flink's connector brings. */
@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a backlog from a Kinesis endpoint in a process of its own, in turn with the ordered source and with"
                    + " FlinkKinesisConsumer, and prints records per second of CPU time of this process.",
            "The figures are medians; the ratio is the ordered source's over the other's."
        })
public final class BenchSourceCommand implements Callable<Integer> {
    private static final int SHARDS = 4;
    private static final long RECORDS_MIN = 50_000;

    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Option(names = "--records", paramLabel = "N", description = "In the backlog (default: 500000).")
    private long records = 500_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Of each, after one that warms up (default: 5).")
    private int rounds = 5;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (records < RECORDS_MIN || rounds < 1) {
            throw new CommandFailed("--records is " + records + " and --rounds " + rounds + ": give at least "
                    + RECORDS_MIN + " records and one round");
        }
        try (TemporaryDirectory temporary = TemporaryDirectory.ofProcesses("stockmate-bench-source-")) {
            Path directory = temporary.path();
            try (EndpointProcess endpoint = EndpointProcess.start(directory, Streams.COMMANDS, SHARDS)) {
                SourceBench bench = new SourceBench(endpoint.uri(), Streams.COMMANDS, records);
                bench.fill();
                measure(bench);
                return 0;
            }
        }
    }

    private void measure(SourceBench bench) throws Exception {
        Map<Reader, List<Double>> figures = new EnumMap<>(Reader.class);
        for (int round = 0; round <= rounds; round++) {
            for (Reader reader : Reader.values()) {
                double figure = bench.read(reader);
                print("round %d %s: %.0f records per CPU second", round, reader, figure);
                if (round > 0) {
                    figures.computeIfAbsent(reader, each -> new ArrayList<>()).add(figure);
                }
            }
        }
        double ordered = Median.of(figures.getOrDefault(Reader.ORDERED_SOURCE, List.of()));
        double other = Median.of(figures.getOrDefault(Reader.FLINK_KINESIS_CONSUMER, List.of()));
        print(
                "records_per_cpu_s=%.0f flink_kinesis_consumer_records_per_cpu_s=%.0f ratio=%.3f",
                ordered, other, ordered / other);
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
