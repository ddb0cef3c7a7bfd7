package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.pipelines.shadow.Candidate;
import io.stockmate.pipelines.shadow.NoCandidate;
import io.stockmate.pipelines.shadow.Shadow;
import io.stockmate.pipelines.shadow.ShadowReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs another version on the same log. */
@Command(
        name = "shadow",
        mixinStandardHelpOptions = true,
        description = {
            "Applies the lake's log to markets of this version and of another, compares their events byte by byte, and"
                    + " shows the first that differs, by symbol and seq, in JSON as both versions give it.",
            "Exit status 0 where all agree, 1 where any differs, the other version fails or a part of the log cannot be"
                    + " read, 2 where a jar holds no version that can be run like this, or a lake no such log.",
            "The jar's code runs with your rights: give only jars that you trust."
        })
public final class ShadowCommand implements Callable<Integer> {
    private static final int PROBLEMS_SHOWN = 20;

    @Mixin
    private CommonOptions options;

    @Mixin
    private LogOptions log;

    @Option(
            names = "--jar",
            required = true,
            paramLabel = "JAR",
            description = "The other version's jar with all libraries in it, as 'mvn -Pimage -DskipTests -pl"
                    + " jobs/pipelines -am package' makes it (jobs/pipelines/target/stockmate-jobs.jar). May be given"
                    + " several times: a class is taken from the first that has it.")
    private List<Path> jars;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ShadowReport report;
        try (Candidate candidate = Candidate.of(jars)) {
            Path lake = log.lake(options);
            report = Shadow.run(lake, StillMarket.rules(), log.selection(), candidate);
            if (report.symbols() == 0 && report.problems().isEmpty()) {
                throw LogOptions.nothingSelected(lake);
            }
        } catch (NoCandidate | CommandFailed misused) {
            throw new ParameterException(spec.commandLine(), String.valueOf(misused.getMessage()), misused);
        }
        print(report);
        return report.agrees() ? 0 : 1;
    }

    private void print(ShadowReport report) {
        PrintWriter out = spec.commandLine().getOut();
        Stream.concat(report.failures().stream(), report.problems().stream())
                .limit(PROBLEMS_SHOWN)
                .forEach(problem -> out.println(options.ink().bad(problem)));
        report.differences().stream().findFirst().ifPresent(first -> {
            out.println(options.ink().bad("the versions differ first at " + first.symbol() + " seq " + first.seq()));
            out.println(first.json());
        });
        out.println("symbols=" + report.symbols() + " commands=" + report.commands() + " events=" + report.events()
                + " differing_symbols=" + report.differences().size() + " failing_symbols="
                + report.failures().size() + " problems="
                + report.problems().size());
        out.flush();
    }
}
