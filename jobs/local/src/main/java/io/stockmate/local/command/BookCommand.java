package io.stockmate.local.command;

import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Side;
import io.stockmate.core.view.EventBook;
import io.stockmate.core.view.PriceLevel;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.TextTable;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a symbol's book. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        description = "Shows the ten best levels of each side of a symbol's book, rebuilt from its events.")
public final class BookCommand implements Callable<Integer> {
    private static final int LEVELS = 10;
    private static final int CENT = 100;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "SYMBOL")
    private String symbol;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<Event> events = PastEvents.of(symbol, options.streams());
        if (events.isEmpty()) {
            throw new CommandFailed("nothing is known of " + symbol
                    + ": 'stockmate query \"select distinct symbol from accepted\"' lists the symbols");
        }
        EventBook book = new EventBook();
        events.forEach(book::accept);
        PrintWriter out = spec.commandLine().getOut();
        Event last = events.get(events.size() - 1);
        out.println(symbol + " after event " + last.seq() + ", "
                + Instant.ofEpochMilli(last.header().ts()) + ", " + book.restingOrders() + " orders rest");
        table(book).lines().forEach(out::println);
        out.flush();
        return 0;
    }

    /** With two decimals at least, so that prices stand under one another. */
    private static String price(PriceLevel level) {
        return String.format(
                Locale.ROOT,
                level.price() % CENT == 0 ? "%.2f" : "%.4f",
                BigDecimal.valueOf(level.price(), Decimal.SCALE));
    }

    private static TextTable table(EventBook book) {
        List<PriceLevel> bids = book.levels(Side.BUY, LEVELS);
        List<PriceLevel> asks = book.levels(Side.SELL, LEVELS);
        TextTable table = new TextTable("orders", "quantity", "bid", "|", "ask", "quantity", "orders");
        for (int level = 0; level < Math.max(bids.size(), asks.size()); level++) {
            table.row(
                    level < bids.size() ? bids.get(level).orders() : "",
                    level < bids.size() ? bids.get(level).quantity() : "",
                    level < bids.size() ? price(bids.get(level)) : "",
                    "|",
                    level < asks.size() ? price(asks.get(level)) : "",
                    level < asks.size() ? asks.get(level).quantity() : "",
                    level < asks.size() ? asks.get(level).orders() : "");
        }
        return table;
    }
}
