package io.stockmate.local.ledger;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.Streams;
import io.stockmate.local.postgres.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** A market whose books' database is stopped for a while, and then killed. */
public final class MarketWithoutBooks {
    private static final Duration BEFORE = Duration.ofSeconds(20);
    private static final Duration DOWN_AFTER_KILL = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(10);
    private static final Duration CATCH_UP_MAX = Duration.ofSeconds(45);
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final Platform platform;
    private final Duration outage;
    private final Consumer<String> out;

    /** Plays a market for so long and ends the jobs in order. */
    public interface Market {
        void play(Duration duration) throws Exception;
    }

    public MarketWithoutBooks(Platform platform, Duration outage, Consumer<String> out) {
        this.platform = platform;
        this.outage = outage;
        this.out = out;
    }

    /** Returns when the market has ended, with the books caught up. */
    public OutageReport run(Market market) throws Exception {
        LocalPostgres postgres = platform.books()
                .postgres()
                .orElseThrow(() -> new CommandFailed("Postgres is "
                        + platform.books().text() + ": this machine cannot run it, so there is nothing to verify"));
        Path files = platform.data().postgres();
        int port = postgres.port();
        Duration whole =
                BEFORE.plus(outage).plus(DOWN_AFTER_KILL).plus(CATCH_UP_MAX).plus(AFTER);
        CompletableFuture<Void> play = CompletableFuture.runAsync(() -> playing(market, whole));
        try {
            Thread.sleep(WARM_UP.toMillis());
            long before = eventsPerSecond(BEFORE.minus(WARM_UP));
            out.accept("stopping Postgres for " + outage.toSeconds() + " s");
            postgres.close();
            long restartsBefore = platform.accountingRestarts();
            long meanwhile = eventsPerSecond(outage);
            long restarts = platform.accountingRestarts() - restartsBefore;
            long startedAt = System.nanoTime();
            postgres = LocalPostgres.start(files, port);
            long published = platform.time();
            CatchUp catchUp = CatchUp.watch(postgres, published, startedAt, CATCH_UP_MAX);
            out.accept("killing Postgres (kill -9)");
            postgres.kill();
            Thread.sleep(DOWN_AFTER_KILL.toMillis());
            postgres = LocalPostgres.start(files, port);
            play.get();
            try (Connection reader = postgres.connection(LocalPostgres.READER)) {
                LedgerAudit check = new LedgerAudit(reader);
                check.trialBalance();
                long transfers = check.lakeAndBooks(platform.data().lake());
                OutageReport report = new OutageReport(
                        before, meanwhile, transfers, restarts, catchUp.behindMs(), catchUp.seconds(reader), List.of());
                report.unproven(outage).forEach(check::add);
                return report.with(check.violations());
            }
        } finally {
            postgres.close();
        }
    }

    private static void playing(Market market, Duration whole) {
        try {
            market.play(whole);
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }

    private long eventsPerSecond(Duration time) throws InterruptedException {
        long events = platform.records(Streams.EVENTS);
        long start = System.nanoTime();
        Thread.sleep(time.toMillis());
        return (platform.records(Streams.EVENTS) - events) * 1_000_000_000L / Math.max(1, System.nanoTime() - start);
    }
}
