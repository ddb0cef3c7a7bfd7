package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.ledger.BookedTrades;
import io.stockmate.local.ledger.MarketWithoutBooks;
import io.stockmate.local.ledger.OutageReport;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.local.platform.TemporaryDirectory;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Verdict;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Books many trades, with the database away in between, and looks for what is wrong. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Books seeded trades by the accounting job into Postgres (fsync on), which is killed (kill -9) in the middle,"
                    + " and undoes all of them. Holds where the trial balance is 0 in every unit, prices times"
                    + " quantities are the money that moved, fees are the basis points of it, every account is at 0 after"
                    + " all was reversed, lake and books hold the same transfers, and the lake posted into an empty"
                    + " database gives the same dump. In each tenth symbol goods move, buyers pay, and trades are"
                    + " corrected, too: there accounts hold what is left of that, fees and what is still owed included.",
            "Then runs the platform with its demo market, stops Postgres for a while and kills it once more: matching"
                    + " goes on at least half as fast, the books feel it and catch up,"
                    + " and all invariants of 'reconcile' hold on what it leaves."
        })
public final class VerifyLedgerCommand implements Callable<Integer> {
    private static final long TRADES_MIN = 1_000;
    private static final int SHOWN = 20;

    @Mixin
    private CommonOptions options;

    @Option(names = "--trades", paramLabel = "N", description = "At least 1000 (default: 100000).")
    private long trades = 100_000;

    @Option(
            names = "--outage",
            converter = DurationOption.class,
            paramLabel = "DURATION",
            description = "How long Postgres is stopped under the market (default: 30s).")
    private Duration outage = Duration.ofSeconds(30);

    @Option(names = "--no-market", description = "Leave the second part out.")
    private boolean noMarket;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (trades < TRADES_MIN || outage.toSeconds() < 1) {
            throw new CommandFailed("--trades is " + trades + " and --outage " + outage.toSeconds()
                    + " s: give at least " + TRADES_MIN + " trades and 1 s");
        }
        try (TemporaryDirectory temporary = TemporaryDirectory.ofProcesses("stockmate-ledger-")) {
            Path directory = temporary.path();
            PlatformLog.to(DataDirectory.of(directory));
            PrintWriter out = spec.commandLine().getOut();
            BookedTrades.Report booked = new BookedTrades(directory, trades, true, line -> say(out, line)).run();
            booked.violations().forEach(violation -> out.println(options.ink().bad(violation)));
            String line = String.format(
                    Locale.ROOT,
                    "trades=%d transactions=%d transfers=%d units=%d seconds=%.1f transactions_per_s=%.0f"
                            + " booked_at_kill=%d symbols_cut_by_kill=%d",
                    booked.trades(),
                    booked.transactions(),
                    booked.transfers(),
                    booked.units(),
                    booked.seconds(),
                    booked.transactions() / booked.seconds(),
                    booked.bookedAtKill(),
                    booked.cutSymbols());
            long violations = booked.violations().size();
            if (!noMarket) {
                out.println(line);
                Path data = directory.resolve("market");
                OutageReport market = market(data, out);
                say(out, "the market has ended; reconciling");
                Verdict verdict = reconciled(DataDirectory.of(data));
                market.violations()
                        .forEach(violation -> out.println(options.ink().bad(violation)));
                verdict.violations().stream()
                        .limit(SHOWN)
                        .map(Violation::text)
                        .forEach(violation -> out.println(options.ink().bad(violation)));
                violations += market.violations().size() + verdict.violationCount();
                line += String.format(
                        Locale.ROOT,
                        " outage_s=%d events_per_s=%d events_per_s_in_outage=%d accounting_restarts=%d catch_up_s=%.1f"
                                + " market_events=%d market_trades=%d"
                                + " market_transfers=%d invariants=%d broken_invariants=%d",
                        outage.toSeconds(),
                        market.eventsPerSecond(),
                        market.eventsPerSecondInOutage(),
                        market.accountingRestarts(),
                        market.catchUpSeconds(),
                        verdict.accounts().events(),
                        verdict.accounts().trades(),
                        market.transfers(),
                        Invariant.OF_A_MARKET.size(),
                        Invariant.OF_A_MARKET.stream()
                                .filter(invariant -> verdict.count(invariant) > 0)
                                .count());
            }
            out.println("violations=" + violations + " " + line);
            out.flush();
            return violations == 0 ? 0 : 1;
        }
    }

    private OutageReport market(Path directory, PrintWriter out) throws Exception {
        PlatformSettings settings =
                PlatformSettings.onFreePorts(directory).withBooks().withCheckpointInterval(Duration.ofSeconds(5));
        try (StopSignal stop = StopSignal.take();
                Platform platform = Platform.start(settings)) {
            return new MarketWithoutBooks(platform, outage, line -> say(out, line))
                    .run(duration -> new MarketRun(platform, out, options.ink(), stop)
                            .play(duration, 1, MarketRun.RATE_DEFAULT, true, null));
        }
    }

    /** @throws CommandFailed where the books could not be compared: then nothing was proven */
    private static Verdict reconciled(DataDirectory data) throws Exception {
        try (StillMarket still = StillMarket.open(data)) {
            Verdict verdict =
                    Reconciliation.of(still, StillMarket.rules(), data.root().resolve("reconcile"));
            if (!verdict.notCompared().isEmpty()) {
                throw new CommandFailed("not everything could be compared: " + verdict.notCompared());
            }
            return verdict;
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
