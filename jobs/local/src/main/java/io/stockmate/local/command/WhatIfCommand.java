package io.stockmate.local.command;

import io.stockmate.connectors.wire.DefinitionEdit;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeWriter;
import io.stockmate.lake.LogSelection;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.TextTable;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.pipelines.whatif.Change;
import io.stockmate.pipelines.whatif.Divergence;
import io.stockmate.pipelines.whatif.SymbolWhatIf;
import io.stockmate.pipelines.whatif.Tally;
import io.stockmate.pipelines.whatif.WhatIf;
import io.stockmate.pipelines.whatif.WhatIfReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays a market with a change. */
@Command(
        name = "whatif",
        mixinStandardHelpOptions = true,
        description = {
            "Replays the lake's log as it is and with a change, and tells what would have been otherwise: trades,"
                    + " volume, turnover, stock-outs, units not sold for want of a seller, rejections, and the first"
                    + " event of each symbol that differs. All that is not changed is taken as it was sent.",
            "Without a change it compares the log with itself. Exit status 0 whether anything differs or not."
        })
public final class WhatIfCommand implements Callable<Integer> {
    private static final int PROBLEMS_SHOWN = 20;
    private static final int SCALE = 4;

    @Mixin
    private CommonOptions options;

    @Mixin
    private LogOptions log;

    @Option(
            names = "--set",
            paramLabel = "SYMBOL.FIELD=VALUE",
            description = "Define the instrument with this value, such as SKU-001.bandPercent=5; an empty value leaves"
                    + " the field out. May be given several times.")
    private List<String> settings = List.of();

    @Option(
            names = "--without-account",
            paramLabel = "A",
            description = "Without what this account sent; each of its commands becomes a tick. May be given several"
                    + " times.")
    private List<String> accounts = List.of();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Keep the changed market's tables in DIR/lake, for 'stockmate query --data-dir DIR'. Must be"
                    + " empty.")
    private @Nullable Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path lake = log.lake(options);
        LogSelection selection = log.selection();
        List<Change> changes = changes();
        WhatIfReport report;
        try {
            report = directory == null
                    ? WhatIf.run(lake, StillMarket.rules(), selection, changes, WhatIf.RowSink.NONE)
                    : kept(directory, lake, selection, changes);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        }
        if (report.symbols().isEmpty() && report.problems().isEmpty()) {
            throw LogOptions.nothingSelected(lake);
        }
        print(report);
        return report.problems().isEmpty() ? 0 : 1;
    }

    private static WhatIfReport kept(Path directory, Path lake, LogSelection selection, List<Change> changes)
            throws IOException {
        RebuiltDirectory to = RebuiltDirectory.at(directory, lake);
        try (LakeWriter tables = LakeWriter.create(to.lake())) {
            return WhatIf.run(lake, StillMarket.rules(), selection, changes, tables::put);
        } catch (IOException | RuntimeException failure) {
            to.discard(failure);
            throw failure;
        }
    }

    private List<Change> changes() throws IOException {
        List<Change> changes = new ArrayList<>();
        for (String setting : settings) {
            changes.add(defined(setting));
        }
        for (String account : accounts) {
            if (StillMarket.rules().operators().contains(account)) {
                throw new CommandFailed("--without-account " + account
                        + ": without this operator no symbol is known; change what it defines with --set");
            }
            changes.add(new Change.Without(account));
        }
        return changes;
    }

    private static Change defined(String setting) {
        int equals = setting.indexOf('=');
        int point = setting.lastIndexOf('.', equals);
        if (equals < 0 || point < 1) {
            throw new CommandFailed(
                    "--set " + setting + " is no change: write it as SYMBOL.FIELD=VALUE, such as SKU-001.lotSize=10");
        }
        try {
            return new Change.Defined(
                    setting.substring(0, point),
                    new DefinitionEdit(setting.substring(point + 1, equals), setting.substring(equals + 1)));
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailed("--set " + setting + ": " + unknown.getMessage(), unknown);
        }
    }

    private void print(WhatIfReport report) {
        PrintWriter out = spec.commandLine().getOut();
        TextTable table = new TextTable(
                "symbol",
                "",
                "trades",
                "volume",
                "turnover",
                "stock-outs",
                "units unmet",
                "rejected",
                "differs from",
                "in more than its definition");
        for (SymbolWhatIf each : report.diverging()) {
            table.row(cells(each.symbol(), "as it was", each.logged(), "", ""));
            table.row(cells("", "changed", each.changed(), place(each.divergence()), place(each.consequence())));
        }
        Tally logged = report.total(SymbolWhatIf::logged);
        Tally changed = report.total(SymbolWhatIf::changed);
        table.row(cells("all", "as it was", logged, "", ""));
        table.row(cells("", "changed", changed, "", ""));
        table.lines().forEach(out::println);
        report.problems().stream()
                .limit(PROBLEMS_SHOWN)
                .forEach(problem -> out.println(options.ink().bad(problem)));
        report.diverging().stream()
                .flatMap(each -> each.consequence().or(each::divergence).stream())
                .findFirst()
                .ifPresent(first -> print(first, out));
        out.println("symbols=" + report.symbols().size() + " commands=" + report.commands() + " diverging_symbols="
                + report.diverging().size() + " trades=" + logged.trades() + " changed_trades=" + changed.trades()
                + " volume=" + logged.volume() + " changed_volume=" + changed.volume() + " stock_outs="
                + logged.stockOuts() + " changed_stock_outs=" + changed.stockOuts() + " unmet=" + logged.unmet()
                + " changed_unmet=" + changed.unmet());
        out.flush();
    }

    private static List<String> cells(String symbol, String side, Tally tally, String from, String more) {
        return List.of(
                symbol,
                side,
                String.valueOf(tally.trades()),
                String.valueOf(tally.volume()),
                new BigDecimal(tally.turnover(), SCALE).toPlainString(),
                String.valueOf(tally.stockOuts()),
                tally.unmet().toString(),
                String.valueOf(tally.rejected()),
                from,
                more);
    }

    private static String place(Optional<Divergence> divergence) {
        return divergence.map(at -> "seq " + at.seq()).orElse("");
    }

    private void print(Divergence first, PrintWriter out) {
        out.println(first.symbol() + " differs at seq " + first.seq());
        EventsOfAPlace.print("as it was", listed(first.logged()), out);
        EventsOfAPlace.print("changed", listed(first.changed()), out);
    }

    private static List<Event> listed(@Nullable Event event) {
        return event == null ? List.of() : List.of(event);
    }
}
