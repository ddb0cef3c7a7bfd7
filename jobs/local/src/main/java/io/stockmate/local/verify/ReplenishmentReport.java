package io.stockmate.local.verify;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.TextTable;
import io.stockmate.producers.trial.Goods;
import io.stockmate.producers.trial.Ordering;
import io.stockmate.producers.trial.Outcome;
import io.stockmate.producers.trial.Shelf;
import io.stockmate.producers.trial.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
            List<Event> levels = new ArrayList<>();
            reader.events(EventType.STOCK_LEVEL, levels::add);
            // A lake keeps no order, and a shelf holds what it was told last.
            levels.sort(Comparator.comparingLong(Event::seq));
            levels.forEach(report::take);
            reader.events(EventType.TRADE, report::take);
            reader.events(EventType.EXECUTION_REPORT, report::take);
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

    public Outcome outcome(Ordering ordering) {
        return new Outcome(
                sum(ordering, Shelf::stockOuts),
                sum(ordering, Shelf::sold),
                sum(ordering, Shelf::lost),
                (double) sum(ordering, Shelf::unitMs) / durationMs);
    }

    public Verdict verdict(long approved) {
        return Verdict.of(
                outcome(Ordering.FIXED_LEVEL),
                Ordering.BY_MEAN.stream().map(this::outcome).toList(),
                outcome(Ordering.SUGGESTED),
                approved);
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
        TextTable rules =
                new TextTable("", "stock-outs", "hours sold out", "units lost", "sold of 100 asked", "units on hand");
        for (Ordering ordering : Ordering.values()) {
            Outcome outcome = outcome(ordering);
            rules.row(List.of(
                    title(ordering),
                    String.valueOf(outcome.stockOuts()),
                    decimal(sum(ordering, Shelf::soldOutMs) / HOUR_MS),
                    String.valueOf(outcome.lost()),
                    decimal(outcome.fillPercent()),
                    decimal(outcome.held())));
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
