package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the proofs. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Proofs: each ends with a line of key=value, and with status 0 only where nothing is violated.",
        footer = {
            "",
            "In a clone there is also 'stockmate verify planted-bugs', which is no part of the program: it plants"
                    + " known bugs in its classes and looks whether each is found."
        },
        subcommands = {
            VerifyLobsterCommand.class,
            VerifyDifferentialCommand.class,
            VerifyLedgerCommand.class,
            VerifyExactnessCommand.class,
            VerifyAlertsCommand.class,
            VerifyReplenishmentCommand.class,
            VerifySimulationCommand.class,
            VerifyChaosCommand.class
        })
public final class VerifyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandFailed("name a proof, for instance 'stockmate verify lobster MESSAGES.csv BOOK.csv'");
    }
}
