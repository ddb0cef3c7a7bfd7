package io.stockmate.benchmarks.ledger;

import com.sun.management.OperatingSystemMXBean;
import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The accounting job beside plain JDBC batch inserts of the same rows into the same tables: same server, same run. The
 * job also runs the markets, keeps the books in RocksDB and writes the lake.
 */
public final class LedgerBench {
    private static final double NS_PER_S = 1e9;

    /** A database with empty books on the server that both share. */
    public interface Databases {
        /** The JDBC address of one that nobody has written to. */
        String empty() throws SQLException;

        /** A connection of the user who may insert. */
        Connection writer(String url) throws SQLException;
    }

    /** Time of one way: on the clock, and of this process's CPUs (the server's not included). */
    public record Cost(double wallSeconds, double cpuSeconds) {}

    /** @param transactions that each way booked */
    public record Figures(long transactions, long postings, Cost job, Cost plain) {
        /** How many times as fast as plain inserts the job books, by the clock. */
        public double ratio() {
            return plain.wallSeconds() / job.wallSeconds();
        }
    }

    private LedgerBench() {}

    /**
     * Books so many symbols with so many trades each, both ways.
     *
     * @param user who may insert
     * @param directory empty, for checkpoints and the lake
     */
    public static Figures measure(long symbols, int trades, String user, Path directory, Databases databases)
            throws Exception {
        List<PlainInserts.Row> rows = rows(symbols, trades);
        String plainUrl = databases.empty();
        Cost plain;
        try (Connection connection = databases.writer(plainUrl)) {
            plain = cost(() -> PlainInserts.into(connection, rows));
        }
        PropertyGroup jobs = PropertyGroup.of(
                "ledger", Map.of(DatabaseSettings.URL, databases.empty(), DatabaseSettings.USER, user));
        Cost job = cost(() -> new LedgerRun(symbols, trades, false, directory, jobs).execute());
        return new Figures(
                rows.size(),
                rows.stream().mapToLong(row -> row.postings().size()).sum(),
                job,
                plain);
    }

    private static List<PlainInserts.Row> rows(long symbols, int trades) {
        List<PlainInserts.Row> rows = new ArrayList<>();
        for (long number = 1; number <= symbols; number++) {
            PlainLedger ledger = new PlainLedger(transaction -> rows.add(PlainInserts.Row.of(transaction)));
            TradedSymbol.play(number, trades, false, ledger::apply);
        }
        return rows;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Cost cost(Work work) throws Exception {
        long cpu = cpuNs();
        long wall = System.nanoTime();
        work.run();
        return new Cost((System.nanoTime() - wall) / NS_PER_S, (cpuNs() - cpu) / NS_PER_S);
    }

    private static long cpuNs() throws IOException {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            return system.getProcessCpuTime();
        }
        throw new IOException("this Java does not tell the time of its process");
    }
}
