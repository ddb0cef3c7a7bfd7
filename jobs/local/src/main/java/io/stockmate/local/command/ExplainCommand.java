package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.explain.AlertReplay;
import io.stockmate.local.explain.Explanation;
import io.stockmate.local.explain.ExplanationPage;
import io.stockmate.local.explain.ExplanationText;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.StillMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--html",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = "",
            description = "Write a page with a picture, too (default: ALERT_ID.html).")
    private @Nullable String html;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path lake = options.data().lake();
        if (!Files.isDirectory(lake)) {
            throw new CommandFailed("no lake in " + options.data().root()
                    + " yet: start 'stockmate run', or name a platform's directory with --data-dir");
        }
        Explanation explanation = AlertReplay.explain(lake, alertId, StillMarket.rules(), Platform.anomalySettings());
        PrintWriter out = spec.commandLine().getOut();
        ExplanationText.lines(explanation).forEach(out::println);
        if (html != null) {
            Path page = Path.of(html.isEmpty() ? alertId + ".html" : html);
            Files.writeString(page, ExplanationPage.html(explanation));
            out.println("The picture: " + page.toAbsolutePath());
        }
        out.flush();
        return explanation.holds() ? 0 : 1;
    }
}
