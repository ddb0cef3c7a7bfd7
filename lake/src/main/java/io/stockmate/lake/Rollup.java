package io.stockmate.lake;

import io.stockmate.core.message.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rows of a table come to, for questions that would read all of them and tell a few. Merging writes it for a closed
 * day, and the day's list says that it stands for the merged files. Rows that came since, and those of days without it,
 * stand in it as they are; so it is asked only for what is the same of the rows and of their sums. A column that only
 * merging fills is NULL in such rows. What one tells stays as it is, as older days have it: something else becomes another.
 */
enum Rollup implements Relation {
    /** Demand of a day by symbol. */
    DEMAND_BY_DAY(
            LakeTable.DEMAND,
            List.of("symbol", "bucketStart", "account", "demand", "sold", "issued", "unmet", "lost", "late"),
            List.of(new Field("accountsUnknown", Field.Kind.INTEGER, true)),
            """
            SELECT symbol, bucketStart, CAST(NULL AS VARCHAR) AS account, CAST(NULL AS DECIMAL(18, 4)) AS demand,
                   CAST(sum(sold) AS BIGINT) AS sold, CAST(sum(issued) AS BIGINT) AS issued,
                   CAST(sum(unmet) AS BIGINT) AS unmet, CAST(sum(lost) AS DECIMAL(18, 4)) AS lost,
                   CAST(sum(late) AS BIGINT) AS late,
                   count(*) FILTER (account IS NOT NULL AND demand IS NULL) AS accountsUnknown
            FROM demand
            GROUP BY symbol, bucketStart
            ORDER BY symbol, bucketStart
            """),

    /** The last level that a day left to each account. */
    STOCK_LEVEL_BY_DAY(
            LakeTable.STOCK_LEVEL,
            List.of("symbol", "account", "seq", "ts", "onHand", "allocated", "available", "onOrder"),
            List.of(),
            """
            SELECT symbol, account, seq, ts, onHand, allocated, available, onOrder
            FROM stock_level
            QUALIFY row_number() OVER (PARTITION BY symbol, account ORDER BY seq DESC) = 1
            ORDER BY symbol, account
            """),

    /** Usage of all symbols by day; a day is told by its first hour. */
    USAGE_BY_DAY(
            LakeTable.USAGE,
            List.of("account", "meter", "hour", "value"),
            List.of(),
            """
            SELECT account, meter, CAST(date_trunc('day', hour) AS TIMESTAMP) AS hour, CAST(sum(value) AS BIGINT) AS value
            FROM usage
            GROUP BY account, meter, date_trunc('day', hour)
            ORDER BY account, meter, date_trunc('day', hour)
            """);

    private final LakeTable table;
    private final List<Field> columns;
    private final String sql;

    Rollup(LakeTable table, List<String> shared, List<Field> own, String sql) {
        this.table = table;
        List<Field> all =
                new ArrayList<>(shared.stream().map(name -> column(table, name)).toList());
        all.addAll(own);
        this.columns = List.copyOf(all);
        this.sql = sql;
    }

    private static Field column(LakeTable table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** That of a table, which has one at most. */
    static Optional<Rollup> of(LakeTable table) {
        return Stream.of(values()).filter(rollup -> rollup.table == table).findFirst();
    }

    @Override
    public String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Field> columns() {
        return columns;
    }

    /** Merging hands its rows on in order. */
    @Override
    public int place() {
        return 0;
    }

    @Override
    public LakeTable storedWith() {
        return table;
    }

    @Override
    public List<String> counting(DayFiles day, Collection<String> names) {
        return day.countingRolledUp(names);
    }

    /** Makes its rows of those of a day, in DuckDB's SQL. */
    String sql() {
        return sql;
    }
}
