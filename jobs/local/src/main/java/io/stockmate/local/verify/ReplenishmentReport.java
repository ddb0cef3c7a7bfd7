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
import java.util.function.ToLongFunction;

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

    /**
     * What shops that order by the mean hold at the fill rate of those whose suggestions are approved: linear between the
     * safety factors whose fill rates lie beside it, and the outermost beyond them.
     */
    public double heldByMeanAtEqualFill() {
        double fill = fillPercent(Ordering.SUGGESTED);
        List<Ordering> frontier = Ordering.BY_MEAN;
        Ordering low = frontier.get(0);
        for (Ordering high : frontier) {
            if (fillPercent(high) >= fill) {
                double span = fillPercent(high) - fillPercent(low);
                double share = span > 0 ? (fill - fillPercent(low)) / span : 0;
                return held(low) + Math.max(0, share) * (held(high) - held(low));
            }
            low = high;
        }
        return held(low);
    }

    /** The rules side by side, then stock-outs and stock held of each of the goods. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        TextTable rules =
                new TextTable("", "stock-outs", "hours sold out", "units lost", "sold of 100 asked", "units on hand");
        for (Ordering ordering : Ordering.values()) {
            rules.row(List.of(
                    title(ordering),
                    String.valueOf(stockOuts(ordering)),
                    decimal(soldOutHours(ordering)),
                    String.valueOf(lost(ordering)),
                    decimal(fillPercent(ordering)),
                    decimal(held(ordering))));
        }
        lines.addAll(rules.lines());
        lines.add("");
        TextTable goods = new TextTable("stock-outs / units on hand", "fixed level", "28-day mean", "loop closed");
        for (Goods each : Goods.ALL) {
            goods.row(
                    "goods " + each.place() + ", " + each.leadTimeDays() + " days away",
                    shelfText(each, Ordering.FIXED_LEVEL),
                    shelfText(each, Ordering.MEAN_AND_1645),
                    shelfText(each, Ordering.SUGGESTED));
        }
        lines.addAll(goods.lines());
        return lines;
    }

    private String shelfText(Goods goods, Ordering ordering) {
        Shelf shelf = shelf(goods, ordering);
        return shelf.stockOuts() + " / " + decimal((double) shelf.unitMs() / durationMs);
    }

    private static String title(Ordering ordering) {
        return switch (ordering) {
            case FIXED_LEVEL -> "loop open: fixed level";
            case SUGGESTED -> "loop closed: suggestions";
            case MEAN_AND_1, MEAN_AND_1645, MEAN_AND_25, MEAN_AND_35, MEAN_AND_5 ->
                "loop open: 28-day mean + " + ordering.safety() + " sd";
        };
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
