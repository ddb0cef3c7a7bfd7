package io.stockmate.local.command;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.EventText;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what was reported of an order. */
@Command(
        name = "order",
        mixinStandardHelpOptions = true,
        description = "Shows all reports of an order, those of its replacements and refused cancels included.")
public final class OrderCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "ACCOUNT")
    private String account;

    @Parameters(paramLabel = "SYMBOL")
    private String symbol;

    @Parameters(paramLabel = "CLORDID", description = "Any id that the order had.")
    private String clOrdId;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<Event> events = PastEvents.of(symbol, options.streams());
        Set<String> orderIds = new HashSet<>();
        for (Event event : events) {
            if (event.body() instanceof ExecutionReport report && isAsked(report)) {
                orderIds.add(report.orderId());
            }
        }
        List<Event> reports =
                events.stream().filter(event -> concerns(event, orderIds)).toList();
        if (reports.isEmpty()) {
            throw new CommandFailed("no report of an order " + clOrdId + " of " + account + " in " + symbol
                    + ": account, symbol and id are told apart by case");
        }
        PrintWriter out = spec.commandLine().getOut();
        reports.forEach(event -> out.println(EventText.line(event)));
        out.flush();
        return 0;
    }

    private boolean isAsked(ExecutionReport report) {
        return report.account().equals(account)
                && (report.clOrdId().equals(clOrdId) || clOrdId.equals(report.origClOrdId()));
    }

    private boolean concerns(Event event, Set<String> orderIds) {
        if (event.body() instanceof ExecutionReport report) {
            boolean named =
                    orderIds.contains(report.orderId()) && !report.orderId().equals("NONE");
            return report.account().equals(account) && (named || isAsked(report));
        }
        return event.body() instanceof OrderCancelReject reject
                && reject.account().equals(account)
                && (reject.clOrdId().equals(clOrdId) || clOrdId.equals(reject.origClOrdId()));
    }
}
