package io.stockmate.local.ledger;

import io.stockmate.benchmarks.ledger.LedgerRun;
import io.stockmate.benchmarks.ledger.TradedTotals;
import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.local.postgres.LakeReplayIntoBooks;
import io.stockmate.local.postgres.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Trades of many symbols through the accounting job into a Postgres that may be killed in the middle, all of them
 * undone or corrected in the end, and what must hold of the books then.
 */
public final class BookedTrades {
    private static final int TRADES_OF_A_SYMBOL = 1_000;
    private static final int SYMBOLS_MIN = 10;
    private static final String REPLAYED = "replayed";
    private static final long LOOK_AGAIN_MS = 200;
    private static final long DOWN_MS = 2_000;
    private static final double NS_PER_S = 1e9;

    private final Path directory;
    private final long symbols;
    private final int tradesOfASymbol;
    private final boolean killed;
    private final Consumer<String> out;

    /** What was seen. */
    public record Report(
            long trades,
            long transactions,
            long transfers,
            long units,
            double seconds,
            long bookedAtKill,
            List<String> violations) {}

    /**
     * @param trades at least so many, of at least ten symbols, at most a thousand to a symbol
     * @param killed whether Postgres is killed when so many transactions are booked as half of the trades
     */
    public BookedTrades(Path directory, long trades, boolean killed, Consumer<String> out) {
        this.directory = directory;
        this.killed = killed;
        this.tradesOfASymbol = (int) Math.min(TRADES_OF_A_SYMBOL, (trades + SYMBOLS_MIN - 1) / SYMBOLS_MIN);
        this.symbols = (trades + tradesOfASymbol - 1) / tradesOfASymbol;
        this.out = out;
    }

    /** Runs it on a server of its own, which has ended when it returns. */
    public Report run() throws Exception {
        LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"), 0);
        try {
            LedgerRun job = new LedgerRun(symbols, tradesOfASymbol, true, directory, database(postgres));
            long start = System.nanoTime();
            CompletableFuture<Long> run = CompletableFuture.supplyAsync(() -> finished(job));
            long atKill = 0;
            if (killed) {
                atKill = awaitHalf(postgres, run);
                out.accept("killing Postgres (kill -9) with " + atKill + " transactions in the books");
                postgres.kill();
                Thread.sleep(DOWN_MS);
                postgres = LocalPostgres.start(directory.resolve("postgres"), postgres.port());
            }
            double seconds = (run.get() - start) / NS_PER_S;
            out.accept("all is booked; comparing");
            return judge(postgres, job, seconds, atKill);
        } finally {
            postgres.close();
        }
    }

    private static long finished(LedgerRun job) {
        try {
            job.execute();
            return System.nanoTime();
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }

    private static PropertyGroup database(LocalPostgres postgres) {
        return PropertyGroup.of(
                "ledger",
                Map.of(DatabaseSettings.URL, "jdbc:" + postgres.uri(), DatabaseSettings.USER, LocalPostgres.WRITER));
    }

    /** Each trade is booked once and undone once, so this is about a quarter of all. */
    private long awaitHalf(LocalPostgres postgres, CompletableFuture<Long> run) throws Exception {
        long half = symbols * tradesOfASymbol / 2;
        try (Connection reader = postgres.connection(LocalPostgres.READER)) {
            while (!run.isDone()) {
                long booked = booked(reader);
                if (booked >= half) {
                    return booked;
                }
                Thread.sleep(LOOK_AGAIN_MS);
            }
        }
        run.get();
        throw new IOException("all was booked before Postgres could be killed: give more --trades");
    }

    private static long booked(Connection reader) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from ledger.transaction")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Report judge(LocalPostgres postgres, LedgerRun job, double seconds, long atKill) throws Exception {
        try (Connection reader = postgres.connection(LocalPostgres.READER)) {
            LedgerAudit check = new LedgerAudit(reader);
            long units = check.trialBalance();
            check.kindsAndScales();
            TradedTotals traded = TradedTotals.of(symbols, tradesOfASymbol);
            check.tradesAndMoney(traded.money());
            check.left(traded.left());
            long transfers = check.lakeAndBooks(job.lake());
            out.accept("replaying the lake into an empty database");
            try (Connection replayed = replay(postgres, job.lake())) {
                check.sameDump(replayed);
            }
            return new Report(traded.trades(), booked(reader), transfers, units, seconds, atKill, check.violations());
        }
    }

    /** A reader of books into which the lake has been posted. */
    private static Connection replay(LocalPostgres postgres, Path lake) throws SQLException {
        postgres.newDatabase(REPLAYED);
        try (Connection writer = postgres.connection(REPLAYED, LocalPostgres.WRITER)) {
            LakeReplayIntoBooks.run(lake, writer);
        }
        return postgres.connection(REPLAYED, LocalPostgres.READER);
    }
}
