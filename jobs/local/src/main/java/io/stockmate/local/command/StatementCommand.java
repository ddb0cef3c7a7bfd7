package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.books.Reading;
import io.stockmate.local.books.Statement;
import io.stockmate.local.console.CommonOptions;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what was booked on someone's accounts. */
@Command(
        name = "statement",
        mixinStandardHelpOptions = true,
        description = "Shows what was booked on the accounts of a participant, with the running balance.")
public final class StatementCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "ACCOUNT", description = "A participant, or one account of the books: ALICE/cash, :fees.")
    private String account;

    @Option(names = "--unit", paramLabel = "U", description = "A currency, or #SYMBOL for goods (default: all).")
    private @Nullable String unit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (Connection books = Reading.of(options.data())) {
            Statement statement = new Statement(books, account, unit);
            if (statement.bookings(out::println) == 0) {
                throw new CommandFailed("nothing is booked for " + account + (unit == null ? "" : " in " + unit)
                        + ": accounts and units are told apart by case");
            }
            out.println();
            statement.balances().forEach(out::println);
            out.flush();
            return 0;
        }
    }
}
