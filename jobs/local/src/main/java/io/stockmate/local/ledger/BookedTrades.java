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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final int PARALLELISM = 2;
    private static final String REPLAYED = "replayed";
    private static final long DOWN_MS = 2_000;
    private static final double NS_PER_S = 1e9;

    private final Path directory;
    private final long symbols;
    private final int tradesOfASymbol;
    private final boolean killed;
    private final Consumer<String> out;

    /**
     * What was seen.
     *
     * @param cutSymbols of which a part was booked when Postgres was killed, and the rest later
     */
    public record Report(
            long trades,
            long transactions,
            long transfers,
            long units,
            double seconds,
            long bookedAtKill,
            long cutSymbols,
            List<String> violations) {}

    /**
     * @param trades at least so many, of at least ten symbols, at most a thousand to a symbol
     * @param killed whether Postgres is killed when so many transactions are booked as half of the trades
     */
    public BookedTrades(Path directory, long trades, boolean killed, Consumer<String> out) {
        this.directory = directory;
        this.killed = killed;
        this.tradesOfASymbol = (int) Math.min(TRADES_OF_A_SYMBOL, (trades + SYMBOLS_MIN - 1) / SYMBOLS_MIN);
        long needed = (trades + tradesOfASymbol - 1) / tradesOfASymbol;
        this.symbols = needed + needed % PARALLELISM;
        this.out = out;
    }

    /** Runs it on a server of its own, which has ended when it returns. */
    public Report run() throws Exception {
        LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"), 0);
        try {
            LedgerRun job = new LedgerRun(symbols, tradesOfASymbol, true, PARALLELISM, directory, database(postgres));
            BookingProgress progress = new BookingProgress(out);
            long start = System.nanoTime();
            CompletableFuture<Long> run = CompletableFuture.supplyAsync(() -> finished(job));
            Map<String, Long> atKill = new TreeMap<>();
            if (killed) {
                awaitHalf(postgres, progress, run);
                try (Connection reader = postgres.connection(LocalPostgres.READER)) {
                    atKill = BookingProgress.bySymbol(reader);
                }
                out.accept("killing Postgres (kill -9) with " + sum(atKill) + " transactions in the books");
                postgres.kill();
                Thread.sleep(DOWN_MS);
                postgres = LocalPostgres.start(directory.resolve("postgres"), postgres.port());
            }
            try (Connection reader = postgres.connection(LocalPostgres.READER)) {
                progress.await(Long.MAX_VALUE, reader, run);
            }
            double seconds = (run.get() - start) / NS_PER_S;
            out.accept(String.format("all is booked after %.0f s; comparing with the trades", seconds));
            return judge(postgres, job, seconds, atKill);
        } finally {
            postgres.close();
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
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
    private void awaitHalf(LocalPostgres postgres, BookingProgress progress, CompletableFuture<Long> run)
            throws Exception {
        try (Connection reader = postgres.connection(LocalPostgres.READER)) {
            progress.await(symbols * tradesOfASymbol / 2, reader, run);
        }
        if (run.isDone()) {
            run.get();
            throw new IOException("all was booked before Postgres could be killed: give more --trades");
        }
    }

    /** How many symbols had a part of their transactions. */
    private static long cut(Map<String, Long> before, Map<String, Long> after) {
        return before.entrySet().stream()
                .filter(symbol -> symbol.getValue() < after.getOrDefault(symbol.getKey(), 0L))
                .count();
    }

    private Report judge(LocalPostgres postgres, LedgerRun job, double seconds, Map<String, Long> atKill)
            throws Exception {
        try (Connection reader = postgres.connection(LocalPostgres.READER)) {
            LedgerAudit check = new LedgerAudit(reader);
            long units = check.trialBalance();
            check.kindsAndScales();
            TradedTotals traded = TradedTotals.of(symbols, tradesOfASymbol);
            check.tradesAndMoney(traded.money());
            check.feesCharged(traded.feesCharged(), traded.feeCounts());
            check.feeIncome(traded.left());
            check.unsettled(traded.unsettled());
            check.left(traded.left());
            out.accept("comparing lake and books");
            long transfers = check.lakeAndBooks(job.lake());
            out.accept("posting the lake into an empty database");
            try (Connection replayed = replay(postgres, job.lake())) {
                out.accept("comparing the dumps");
                check.sameDump(replayed);
            }
            Map<String, Long> booked = BookingProgress.bySymbol(reader);
            long cut = cut(atKill, booked);
            if (killed && cut == 0) {
                check.add("Postgres was killed between two symbols, and not inside one");
            }
            return new Report(
                    traded.trades(), sum(booked), transfers, units, seconds, sum(atKill), cut, check.violations());
        }
    }

    /** A reader of books into which the lake has been posted. */
    private static Connection replay(LocalPostgres postgres, Path lake) throws SQLException {
        postgres.newDatabase(REPLAYED);
        LakeReplayIntoBooks.run(lake, () -> postgres.connection(REPLAYED, LocalPostgres.WRITER));
        return postgres.connection(REPLAYED, LocalPostgres.READER);
    }
}
