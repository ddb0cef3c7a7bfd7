package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.outlook.Outlook;
import io.stockmate.local.outlook.OutlookPage;
import io.stockmate.local.outlook.OutlookReader;
import io.stockmate.local.outlook.OutlookText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what was sold of a symbol and what is expected. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description =
                "Shows an account's demand for a symbol day by day, the fan of its forecast, its stock, and what it"
                        + " should order, from the lake.")
public final class ForecastCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Parameters(index = "0", paramLabel = "SYMBOL", description = "As tables forecast and forecast_score have it.")
    private String symbol;

    @Option(
            names = "--account",
            paramLabel = "A",
            description = "Whose demand (default: who plans its stock, or else sells most).")
    private @Nullable String account;

    @Mixin
    private PageOption page;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path lake = options.lake();
        Outlook outlook = OutlookReader.read(lake, symbol, account)
                .orElseThrow(() -> new CommandFailed("nothing is forecast of " + symbol
                        + (account == null ? "" : " for " + account)
                        + " yet: a day must have closed, which simulated weeks do soon ('stockmate run --speed 10000'); "
                        + "'stockmate query \"select distinct symbol, account from forecast\"' shows what is"));
        PrintWriter out = spec.commandLine().getOut();
        OutlookText.lines(outlook).forEach(out::println);
        page.write(symbol, () -> OutlookPage.html(outlook), out);
        out.flush();
        return 0;
    }
}
