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

/**
 * The accounting job beside plain JDBC batch inserts of the same rows into the same tables: same server, same run. The
 * job also runs the markets, keeps the books in RocksDB and writes the lake.
 */
public final class LedgerBench {
    private static final double NS_PER_S = 1e9;

    /** Time of one way: on the clock, and of this process's CPUs (the server's not included). */
    public record Cost(double wallSeconds, double cpuSeconds) {}

    /**
     * What it took.
     *
     * @param transactions that each way booked
     * @param plain inserts into the tables of the books
     * @param bare inserts into copies of the tables with their keys and indexes, but without triggers and references to
     *     other tables, by a driver that makes one insert of many (reWriteBatchedInserts)
     */
    public record Figures(long transactions, long postings, Cost job, Cost plain, Cost bare) {
        /** How many times as fast as plain inserts the job books, by the clock. */
        public double ratio() {
            return plain.wallSeconds() / job.wallSeconds();
        }

        /** The same for inserts into bare copies. */
        public double bareRatio() {
            return bare.wallSeconds() / job.wallSeconds();
        }
    }

    /** Opens a connection to a database with empty books, on the server that all share. */
    public interface Databases {
        /** @param properties of the driver, {@code name=value} */
        Connection writer(String... properties) throws SQLException;
    }

    private LedgerBench() {}

    /**
     * Books so many symbols with so many trades each, in each way.
     *
     * @param directory empty, for checkpoints and the lake
     * @param job {@link DatabaseSettings} of another database with empty books
     * @param bare whose user may make tables
     */
    public static Figures measure(
            long symbols, int trades, Path directory, PropertyGroup job, Databases plain, Databases bare)
            throws Exception {
        List<PlainInserts.Row> rows = rows(symbols, trades);
        Cost plainly;
        try (Connection connection = plain.writer()) {
            plainly = cost(() -> PlainInserts.into(connection, "ledger", rows));
        }
        Cost barely;
        try (Connection connection = bare.writer("reWriteBatchedInserts=true")) {
            PlainInserts.copyTables(connection, "ledger", "bare");
            barely = cost(() -> PlainInserts.into(connection, "bare", rows));
        }
        return new Figures(
                rows.size(),
                rows.stream().mapToLong(row -> row.postings().size()).sum(),
                cost(() -> new LedgerRun(symbols, trades, false, 1, directory, job).execute()),
                plainly,
                barely);
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
