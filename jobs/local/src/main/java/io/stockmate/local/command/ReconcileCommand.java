package io.stockmate.local.command;

import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.TextTable;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.local.platform.TemporaryDirectory;
import io.stockmate.pipelines.reconcile.Accounts;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Verdict;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that streams and lake of a market tell the same. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Checks that what was sent, what was published and what the lake holds agree, by content, that the"
                    + " commands give these events and no others, and that the books follow from them, in the lake and"
                    + " in Postgres, which is started meanwhile. No platform may run on the data directory.",
            "Each break is named with its symbol and place. What could not be compared is named, too, with the reason."
                    + " Exit status 0 where there is no break and, on a directory that has had books, nothing that"
                    + " could not be compared."
        })
public final class ReconcileCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many breaks are shown (default: 20).")
    private int shown;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PlatformLog.to(options.data());
        Verdict verdict;
        boolean enough;
        try (StillMarket market = StillMarket.open(options.data());
                TemporaryDirectory scratch = TemporaryDirectory.ofFiles("stockmate-reconcile-")) {
            verdict = Reconciliation.of(market, StillMarket.rules(), scratch.path());
            enough = verdict.notCompared().isEmpty() || !market.hasHadBooks();
        }
        print(verdict);
        return verdict.holds() && enough ? 0 : 1;
    }

    private void print(Verdict verdict) {
        PrintWriter out = spec.commandLine().getOut();
        TextTable invariants = new TextTable("", "what must hold", "breaks");
        for (Invariant invariant : Invariant.OF_A_MARKET) {
            long breaks = verdict.count(invariant);
            boolean compared = breaks > 0 || !verdict.notCompared().containsKey(invariant);
            invariants.row(invariant.number(), invariant.statement(), compared ? breaks : "not compared");
        }
        invariants.lines().forEach(out::println);
        verdict.notCompared()
                .forEach((invariant, reason) ->
                        out.println(options.ink().bad("(" + invariant.number() + ") is not compared: " + reason)));
        if (verdict.skippedSymbols() > 0) {
            out.println(options.ink()
                    .bad("(14) and (15) are not compared for " + verdict.skippedSymbols()
                            + " symbols with a gap, nor are carts"));
        }
        verdict.violations().stream()
                .limit(shown)
                .map(Violation::text)
                .forEach(line -> out.println(options.ink().bad(line)));
        if (verdict.violationCount() > shown) {
            out.println((verdict.violationCount() - shown) + " more; --show N shows more of them");
        }
        Accounts sums = verdict.accounts();
        out.println(sums.records() + " records = " + sums.accepted() + " accepted + " + sums.rejected() + " rejected + "
                + sums.repeated() + " repeated + " + sums.deadLetters() + " dead letters"
                + (sums.addUp() ? "" : " (!)"));
        out.println("violations=" + verdict.violationCount() + " symbols=" + sums.symbols() + " records="
                + sums.records() + " accepted=" + sums.accepted() + " rejected=" + sums.rejected() + " repeated="
                + sums.repeated() + " dead_letters=" + sums.deadLetters() + " events=" + sums.events()
                + " published_again=" + sums.repeats() + " trades=" + sums.trades() + " resting_orders="
                + sums.restingOrders() + " transfers=" + sums.transfers() + " not_compared="
                + verdict.notCompared().size() + " skipped_symbols=" + verdict.skippedSymbols());
        out.flush();
    }
}
