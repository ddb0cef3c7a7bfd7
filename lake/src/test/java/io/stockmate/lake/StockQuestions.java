package io.stockmate.lake;

import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.UsageRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked about stock, demand and usage. */
final class StockQuestions {
    private final List<EventRow> rows;
    private final List<LakeRow> others;
    private final String symbol;

    /**
     * @param others rows that are no events
     * @param symbol that is asked about where one is
     */
    StockQuestions(List<EventRow> rows, List<LakeRow> others, String symbol) {
        this.rows = rows;
        this.others = others;
        this.symbol = symbol;
    }

    List<Question> all() {
        return List.of(stockAtSeq(), stockAtTime(), lostSales(), usage());
    }

    private Stream<EventRow> levels() {
        return rows.stream().filter(row -> row.table() == LakeTable.STOCK_LEVEL);
    }

    private static String level(EventRow row) {
        return row.line("account, seq, onHand, allocated, available, onOrder");
    }

    private Question stockAtSeq() {
        long seq = rows.stream().filter(row -> row.symbol().equals(symbol)).count() / 2;
        Map<String, EventRow> last = new TreeMap<>();
        levels().filter(row -> row.symbol().equals(symbol) && row.seq() <= seq)
                .forEach(row -> last.put(row.body(StockLevel.class).account(), row));
        return new Question(
                "stock_at_seq",
                Map.of("symbol", symbol, "seq", Long.toString(seq)),
                last.values().stream().map(StockQuestions::level).toList());
    }

    private Question stockAtTime() {
        long time = rows.get(rows.size() / 2).ts();
        Map<String, EventRow> last = new TreeMap<>();
        levels().filter(row -> row.ts() <= time)
                .forEach(row ->
                        last.put(row.symbol() + " " + row.body(StockLevel.class).account(), row));
        return new Question(
                "stock_at_time",
                Map.of("time", RowValues.utc(time).toString()),
                last.values().stream()
                        .map(row -> row.symbol() + "|" + level(row))
                        .toList());
    }

    private Question lostSales() {
        Map<String, List<Map<String, @Nullable Object>>> days = new TreeMap<>();
        for (LakeRow row : others) {
            if (row instanceof LakeRow.OfDemand of) {
                Map<String, @Nullable Object> values = EventRow.values(row);
                values.put("accountsUnknown", of.day().account() != null && values.get("demand") == null ? 1L : 0L);
                days.computeIfAbsent(
                                Question.line(
                                        RowValues.utc(of.day().bucketStart()),
                                        of.day().symbol()),
                                key -> new ArrayList<>())
                        .add(values);
            }
        }
        return new Question(
                "lost_sales",
                Map.of(),
                days.entrySet().stream()
                        .map(day -> Question.line(Stream.concat(
                                        Stream.of(day.getKey()),
                                        Stream.of("sold", "issued", "unmet", "lost", "late", "accountsUnknown")
                                                .map(column -> sum(day.getValue(), column)))
                                .toArray()))
                        .toList());
    }

    /** Null where no row has a value. */
    private static @Nullable Object sum(List<Map<String, @Nullable Object>> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .map(value -> new BigDecimal(value.toString()))
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private Question usage() {
        Map<String, Long> used = new TreeMap<>();
        for (LakeRow row : others) {
            if (row instanceof LakeRow.OfUsage of) {
                UsageRecord usage = of.usage();
                used.merge(Question.line(usage.account(), usage.meter()), usage.value(), Long::sum);
            }
        }
        return new Question(
                "usage_per_account",
                Map.of(),
                used.entrySet().stream()
                        .map(each -> each.getKey() + "|" + each.getValue())
                        .toList());
    }
}
