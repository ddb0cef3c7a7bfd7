package io.stockmate.local.command;

import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.explain.AlertReplay;
import io.stockmate.local.explain.Explanation;
import io.stockmate.local.explain.ExplanationPage;
import io.stockmate.local.explain.ExplanationText;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.StillMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells why an alert was raised. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Replays the symbol of an alert from the lake's log through the very rules that raised it, shows the series"
                    + " around it, its evidence and advice, and asks the lake for its numbers by the alert's own SQL.",
            "The exit status is 0 only where the replay gives the same alert and the SQL the same numbers."
        })
public final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Parameters(index = "0", paramLabel = "ALERT_ID", description = "As 'watch --alerts' and table alert show it.")
    private String alertId;

    @Mixin
    private PageOption page;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path lake = options.lake();
        Explanation explanation = AlertReplay.explain(lake, alertId, StillMarket.rules(), Platform.anomalySettings());
        PrintWriter out = spec.commandLine().getOut();
        ExplanationText.lines(explanation).forEach(out::println);
        page.write(alertId, () -> ExplanationPage.html(explanation), out);
        out.flush();
        return explanation.holds() ? 0 : 1;
    }
}
