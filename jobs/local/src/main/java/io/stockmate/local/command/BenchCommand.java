package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the measurements. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measurements: each ends with a line of key=value.",
        subcommands = {
            BenchAnomalyCommand.class,
            BenchBookCommand.class,
            BenchFaultsCommand.class,
            BenchForecastCommand.class,
            BenchKeysCommand.class,
            BenchLakeCommand.class,
            BenchLedgerCommand.class,
            BenchMatchingCommand.class,
            BenchRecoveryCommand.class,
            BenchRetailCommand.class,
            BenchSourceCommand.class
        })
public final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandFailed("name a bench, for instance 'stockmate bench anomaly --in DIR --out DIR'");
    }
}
