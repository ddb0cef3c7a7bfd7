package io.stockmate.local.command;

import io.stockmate.benchmarks.lobster.LobsterDay;
import io.stockmate.benchmarks.lobster.LobsterReport;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.TemporaryDirectory;
import io.stockmate.local.verify.LobsterReplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a real exchange's messages and compares the book with the exchange's, row by row. */
@Command(
        name = "lobster",
        mixinStandardHelpOptions = true,
        description = {
            "Replays a LOBSTER sample through Kinesis and the matching job on a platform of its own, in a directory that"
                    + " is removed afterwards, and checks what comes out of 'events' against the exchange's book.",
            "Holds where no row contradicts and at least 99 % of the trades hit the order that the exchange's did."
        })
public final class VerifyLobsterCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Parameters(index = "0", paramLabel = "MESSAGES.csv", description = "The message file.")
    private Path messageFile;

    @Parameters(index = "1", paramLabel = "BOOK.csv", description = "The orderbook file made with it.")
    private Path orderbookFile;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LobsterDay day = read();
        try (TemporaryDirectory temporary = TemporaryDirectory.ofProcesses("stockmate-lobster-")) {
            Path directory = temporary.path();
            PlatformSettings settings = PlatformSettings.onFreePorts(directory);
            PlatformLog.to(settings.data());
            LobsterReport report;
            try (Platform platform = Platform.start(settings)) {
                report = LobsterReplay.through(platform, day);
            }
            print(report, day.messages().size());
            return report.holds() ? 0 : 1;
        }
    }

    private LobsterDay read() {
        try {
            return LobsterDay.read(messageFile, orderbookFile);
        } catch (IOException unreadable) {
            throw new CommandFailed("cannot read " + unreadable.getMessage() + ": give LOBSTER's files", unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void print(LobsterReport report, int rows) {
        PrintWriter out = spec.commandLine().getOut();
        report.findings().forEach(finding -> out.println(options.ink().bad(finding)));
        out.println(rows - 1 + " rows after the first: " + report.equal() + " equal as they are, " + report.adopted()
                + " after a level came into view, " + report.contradictory() + " contradictory; "
                + report.headOfQueue() + " of " + report.trades()
                + " trades with an order known by its id hit the exchange's.");
        out.println("violations=" + report.violations() + " equal="
                + report.equal() + " adopted=" + report.adopted() + " contradictory=" + report.contradictory()
                + " head_of_queue=" + report.headOfQueue() + " executions=" + report.trades());
        out.flush();
    }
}
