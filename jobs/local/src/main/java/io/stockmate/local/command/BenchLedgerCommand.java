package io.stockmate.local.command;

import io.stockmate.benchmarks.ledger.LedgerBench;
import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.TemporaryDirectory;
import io.stockmate.local.postgres.LocalPostgres;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures posting beside plain inserts. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Books trades by the accounting job (markets in process, state in RocksDB, lake and Postgres) and inserts the"
                    + " same rows into the same tables by plain JDBC batches, on the same Postgres (fsync on), in turn.",
            "Once more they are inserted into copies of the tables without triggers and references, by a driver that makes"
                    + " one insert of many (reWriteBatchedInserts). The figures are those of the median round; ratio and"
                    + " bare_ratio are the job's speed over those of the two."
        })
public final class BenchLedgerCommand implements Callable<Integer> {
    private static final int TRADES_OF_A_SYMBOL = 1_000;

    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Option(names = "--trades", paramLabel = "N", description = "In a round, at least 1000 (default: 50000).")
    private long trades = 50_000;

    @Option(names = "--rounds", paramLabel = "N", description = "After one that warms up (default: 3).")
    private int rounds = 3;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (trades < TRADES_OF_A_SYMBOL || rounds < 1) {
            throw new CommandFailed("--trades is " + trades + " and --rounds " + rounds + ": give at least "
                    + TRADES_OF_A_SYMBOL + " trades and one round");
        }
        try (TemporaryDirectory temporary = TemporaryDirectory.ofProcesses("stockmate-bench-ledger-")) {
            Path directory = temporary.path();
            PlatformLog.to(DataDirectory.of(directory));
            try (LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"), 0)) {
                List<LedgerBench.Figures> figures = new ArrayList<>();
                for (int round = 0; round <= rounds; round++) {
                    LedgerBench.Figures figure = measure(postgres, "round" + round, directory);
                    print("round " + round, figure);
                    if (round > 0) {
                        figures.add(figure);
                    }
                }
                figures.sort(Comparator.comparingDouble(LedgerBench.Figures::ratio));
                print("", figures.get((figures.size() - 1) / 2));
                return 0;
            }
        }
    }

    /** In three databases. */
    private LedgerBench.Figures measure(LocalPostgres postgres, String round, Path directory) throws Exception {
        PropertyGroup job = PropertyGroup.of(
                "ledger",
                Map.of(
                        DatabaseSettings.URL,
                        postgres.newDatabase(round + "_job"),
                        DatabaseSettings.USER,
                        LocalPostgres.WRITER));
        return LedgerBench.measure(
                trades / TRADES_OF_A_SYMBOL,
                TRADES_OF_A_SYMBOL,
                directory.resolve(round),
                job,
                properties -> fresh(postgres, round + "_plain", LocalPostgres.WRITER, properties),
                properties -> fresh(postgres, round + "_bare", LocalPostgres.OWNER, properties));
    }

    private static Connection fresh(LocalPostgres postgres, String database, String user, String... properties)
            throws SQLException {
        postgres.newDatabase(database);
        return postgres.connection(database, user, properties);
    }

    private void print(String before, LedgerBench.Figures figures) {
        PrintWriter out = spec.commandLine().getOut();
        out.println((before
                        + String.format(
                                Locale.ROOT,
                                " transactions=%d postings=%d job_s=%.2f job_cpu_s=%.2f plain_s=%.2f plain_cpu_s=%.2f"
                                        + " bare_s=%.2f bare_cpu_s=%.2f job_transactions_per_s=%.0f"
                                        + " plain_transactions_per_s=%.0f bare_transactions_per_s=%.0f ratio=%.3f"
                                        + " bare_ratio=%.3f",
                                figures.transactions(),
                                figures.postings(),
                                figures.job().wallSeconds(),
                                figures.job().cpuSeconds(),
                                figures.plain().wallSeconds(),
                                figures.plain().cpuSeconds(),
                                figures.bare().wallSeconds(),
                                figures.bare().cpuSeconds(),
                                figures.transactions() / figures.job().wallSeconds(),
                                figures.transactions() / figures.plain().wallSeconds(),
                                figures.transactions() / figures.bare().wallSeconds(),
                                figures.ratio(),
                                figures.bareRatio()))
                .strip());
        out.flush();
    }
}
