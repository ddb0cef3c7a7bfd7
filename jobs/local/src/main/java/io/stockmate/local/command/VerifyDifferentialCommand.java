package io.stockmate.local.command;

import io.stockmate.benchmarks.book.DifferentialBooks;
import io.stockmate.benchmarks.book.DifferentialMarkets;
import io.stockmate.core.market.Market;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends random commands through the market's book, the naive one and exchange-core's, and compares. */
@Command(
        name = "differential",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the same random messages to the market's order book, to the naive book and to exchange-core's direct book,"
                    + " and compares what they report, message by message: orders that rest or do not, cancels, changes of"
                    + " price and quantity.",
            "Then a tenth as many commands with orders of every type, halts and bands, to a market on either book of ours:"
                    + " their chains must agree after each, also when one market is stored and loaded in between."
        })
public final class VerifyDifferentialCommand implements Callable<Integer> {
    private static final int MARKET_SHARE = 10;
    private static final int SHOWN_AT_MOST = 10;

    @Mixin
    private CommonOptions options;

    @Option(names = "--commands", paramLabel = "N", description = "For the books (default: 1000000).")
    private long commands = 1_000_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of the first session (default: 1).")
    private long seed = 1;

    @Spec
    private CommandSpec spec;

    private long violations;

    @Override
    public Integer call() {
        if (commands < MARKET_SHARE) {
            throw new CommandFailed("--commands is " + commands + ": give at least " + MARKET_SHARE);
        }
        DifferentialBooks books = new DifferentialBooks(Market::emptyBook, this::violation);
        books.run(seed, commands);
        print("%d messages to three books in %d sessions: %d differ", commands, books.sessions(), violations);
        DifferentialMarkets markets = new DifferentialMarkets(Market::emptyBook, this::violation);
        markets.run(seed, commands / MARKET_SHARE);
        print(
                "violations=%d seeds=%d commands=%d market_commands=%d trades=%d",
                violations, books.sessions() + markets.sessions(), commands, commands / MARKET_SHARE, markets.trades());
        return violations == 0 ? 0 : 1;
    }

    private void violation(String text) {
        if (++violations <= SHOWN_AT_MOST) {
            print("%s", options.ink().bad(text));
        }
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
