package io.stockmate.local.verify;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.TextTable;
import io.stockmate.producers.trial.Goods;
import io.stockmate.producers.trial.Ordering;
import io.stockmate.producers.trial.Shelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** How the shops of a trial fared, by the tables of a lake. */
public final class ReplenishmentReport {
    private static final double HOUR_MS = 3_600_000;

    private final Map<String, Shelf> shelves = new TreeMap<>();
    private final long durationMs;

    private ReplenishmentReport(long from, long until) {
        durationMs = until - from;
        for (Goods goods : Goods.ALL) {
            for (Ordering ordering : Ordering.values()) {
                shelves.put(ordering.symbol(goods.place()), new Shelf(from, until));
            }
        }
    }

    /** Of the book time from {@code from} on and before {@code until}, epoch milliseconds UTC. */
    public static ReplenishmentReport of(Path lake, long from, long until) {
        ReplenishmentReport report = new ReplenishmentReport(from, until);
        try (LakeReader reader = LakeReader.open(lake, row -> {
            throw new CommandFailed("a row of " + row.table() + " cannot be read: " + row.problem());
        })) {
            for (EventType type : List.of(EventType.STOCK_LEVEL, EventType.TRADE, EventType.EXECUTION_REPORT)) {
                reader.events(type, report::take);
            }
        }
        report.shelves.values().forEach(Shelf::end);
        return report;
    }

    private void take(Event event) {
        Shelf shelf = shelves.get(event.symbol());
        if (shelf != null) {
            shelf.take(event);
        }
    }

    public long stockOuts(Ordering ordering) {
        return sum(ordering, Shelf::stockOuts);
    }

    /** Units sold of 100 that customers asked for. */
    public double fillPercent(Ordering ordering) {
        return 100.0 * sum(ordering, Shelf::sold) / Math.max(1, asked(ordering));
    }

    public long asked(Ordering ordering) {
        return sum(ordering, Shelf::sold) + lost(ordering);
    }

    public long lost(Ordering ordering) {
        return sum(ordering, Shelf::lost);
    }

    public double soldOutHours(Ordering ordering) {
        return sum(ordering, Shelf::soldOutMs) / HOUR_MS;
    }

    /** Units on hand on average, of all goods together. */
    public double held(Ordering ordering) {
        return (double) sum(ordering, Shelf::unitMs) / durationMs;
    }

    private long sum(Ordering ordering, ToLongFunction<Shelf> figure) {
        return Goods.ALL.stream()
                .mapToLong(goods -> figure.applyAsLong(shelf(goods, ordering)))
                .sum();
    }

    private Shelf shelf(Goods goods, Ordering ordering) {
        return Objects.requireNonNull(shelves.get(ordering.symbol(goods.place())));
    }

    /** The rules side by side, then stock-outs and stock held of each of the goods. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        TextTable rules = new TextTable("", "loop open: fixed level", "loop open: 28-day mean", "loop closed");
        rules.row(row("stock-outs", ordering -> String.valueOf(stockOuts(ordering))));
        rules.row(row("hours sold out", ordering -> decimal(soldOutHours(ordering))));
        rules.row(row("units lost", ordering -> String.valueOf(lost(ordering))));
        rules.row(row("units sold of 100 asked", ordering -> decimal(fillPercent(ordering))));
        rules.row(row("units on hand", ordering -> decimal(held(ordering))));
        lines.addAll(rules.lines());
        lines.add("");
        TextTable goods = new TextTable("stock-outs / units on hand", "fixed level", "28-day mean", "loop closed");
        for (Goods each : Goods.ALL) {
            goods.row(row("goods " + each.place() + ", " + each.leadTimeDays() + " days away", ordering -> {
                Shelf shelf = shelf(each, ordering);
                return shelf.stockOuts() + " / " + decimal((double) shelf.unitMs() / durationMs);
            }));
        }
        lines.addAll(goods.lines());
        return lines;
    }

    private static List<String> row(String title, Function<Ordering, String> cell) {
        return Stream.concat(Stream.of(title), Stream.of(Ordering.values()).map(cell))
                .toList();
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
