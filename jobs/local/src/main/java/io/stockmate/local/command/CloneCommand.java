package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A clone of a share of the market. */
@Command(
        name = "clone",
        mixinStandardHelpOptions = true,
        description =
                "Mirrors a share of the symbols into streams and jobs of their own, to try things on real commands.",
        subcommands = {CloneStartCommand.class, CloneStopCommand.class, CloneRefillCommand.class})
public final class CloneCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandFailed("name what to do, for instance 'stockmate clone start --percent 25'");
    }
}
