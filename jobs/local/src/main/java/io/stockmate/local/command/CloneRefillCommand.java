package io.stockmate.local.command;

import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.mirror.CloneDirectory;
import io.stockmate.local.platform.RunningPlatform;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes a symbol into a clone. */
@Command(
        name = "refill",
        mixinStandardHelpOptions = true,
        description = {
            "Mirrors a symbol that is not in the share, from its first command on: from the lake what is past, then what"
                    + " comes.",
            "A running clone takes it up within a second, one that does not run with its next start."
        })
public final class CloneRefillCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Mixin
    private CloneOptions where;

    @Option(
            names = "--symbol",
            paramLabel = "S",
            required = true,
            description = "The symbol. May be given several times.")
    private List<String> symbols;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CloneDirectory directory = where.directory(options);
        directory.claim();
        for (String symbol : symbols) {
            directory.add(symbol);
        }
        boolean runs = RunningPlatform.find(directory.data()).isPresent();
        spec.commandLine()
                .getOut()
                .println(String.join(", ", symbols)
                        + (runs
                                ? ": the running clone takes it up now"
                                : ": the next 'stockmate clone start' takes it up"));
        return 0;
    }
}
