package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.books.Reading;
import io.stockmate.local.books.TrialBalance;
import io.stockmate.local.console.CommonOptions;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Adds up the books. */
@Command(
        name = "balance",
        mixinStandardHelpOptions = true,
        description = {
            "Adds up all postings in the books, by unit: currencies, and goods as #SYMBOL.",
            "The exit status is 0 only where every difference is 0."
        })
public final class BalanceCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (Connection books = Reading.of(options.data())) {
            TrialBalance balance = TrialBalance.read(books);
            balance.lines().forEach(out::println);
            out.flush();
            if (!balance.isZero()) {
                throw new CommandFailed("the books do not balance in " + String.join(", ", balance.broken())
                        + ": someone changed them behind their checks; end the platform, move "
                        + options.data().postgres() + " away and start it again: it posts the lake into new books");
            }
            out.println("The books balance: 0 in each of " + balance.units().size() + " units.");
            out.flush();
            return 0;
        }
    }
}
