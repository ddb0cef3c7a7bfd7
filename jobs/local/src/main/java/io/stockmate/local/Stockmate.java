package io.stockmate.local;

import io.stockmate.local.command.ApproveCommand;
import io.stockmate.local.command.BalanceCommand;
import io.stockmate.local.command.BenchCommand;
import io.stockmate.local.command.BookCommand;
import io.stockmate.local.command.ClockCommand;
import io.stockmate.local.command.CloneCommand;
import io.stockmate.local.command.ExplainCommand;
import io.stockmate.local.command.ForecastCommand;
import io.stockmate.local.command.MergeCommand;
import io.stockmate.local.command.OrderCommand;
import io.stockmate.local.command.PutCommand;
import io.stockmate.local.command.QueryCommand;
import io.stockmate.local.command.ReconcileCommand;
import io.stockmate.local.command.ReplayCommand;
import io.stockmate.local.command.RunCommand;
import io.stockmate.local.command.ShadowCommand;
import io.stockmate.local.command.StatementCommand;
import io.stockmate.local.command.StatusCommand;
import io.stockmate.local.command.VerifyCommand;
import io.stockmate.local.command.WatchCommand;
import io.stockmate.local.command.WhatIfCommand;
import io.stockmate.local.console.Failures;
import io.stockmate.local.console.VersionText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code stockmate}: one class per command. Its exit status is 0 only where a command succeeded. */
@Command(
        name = "stockmate",
        description = "A market you can rewind, on your own machine.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {"", "Start with 'stockmate run'; 'stockmate COMMAND --help' tells more about each."},
        subcommands = {
            RunCommand.class,
            PutCommand.class,
            WatchCommand.class,
            BookCommand.class,
            OrderCommand.class,
            StatementCommand.class,
            StatusCommand.class,
            BalanceCommand.class,
            QueryCommand.class,
            ExplainCommand.class,
            ForecastCommand.class,
            ApproveCommand.class,
            ReplayCommand.class,
            WhatIfCommand.class,
            ShadowCommand.class,
            MergeCommand.class,
            CloneCommand.class,
            ReconcileCommand.class,
            ClockCommand.class,
            VerifyCommand.class,
            BenchCommand.class
        })
public final class Stockmate implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(execute(out, err, arguments));
    }

    /** Runs one command and returns the exit status. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        Failures failures = new Failures();
        return new CommandLine(new Stockmate())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandFailed("name a command, for instance 'stockmate run'");
    }
}
