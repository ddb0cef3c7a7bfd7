package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.mirror.CloneDirectory;
import io.stockmate.local.platform.RunningPlatform;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops a clone. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description =
                "Ends the running clone in order, as Ctrl-C does where it was started. The market is not touched.")
public final class CloneStopCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 120;

    @Mixin
    private CommonOptions options;

    @Mixin
    private CloneOptions where;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CloneDirectory directory = where.directory(options);
        directory.require();
        RunningPlatform clone = RunningPlatform.find(directory.data())
                .orElseThrow(() ->
                        new CommandFailed("no clone runs on " + directory.data().root()));
        ProcessHandle process =
                ProcessHandle.of(clone.pid()).orElseThrow(() -> new CommandFailed("the clone has just ended"));
        if (!process.destroy()) {
            throw new CommandFailed("the clone, process " + clone.pid() + ", is not yours to end");
        }
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new CommandFailed(
                    "the clone, process " + clone.pid() + ", has not ended within " + PATIENCE_SECONDS + " s: see "
                            + directory.data().log(),
                    late);
        }
        spec.commandLine().getOut().println("The clone has ended; 'stockmate clone start' goes on where it was.");
        return 0;
    }
}
