package io.stockmate.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tables of two lakes row by row, all columns and the day, whatever the files' order and number. Spills
 * to disk what memory does not hold.
 */
public final class LakeDifference {
    private LakeDifference() {}

    /**
     * A row that one of the lakes has and the other has not, or not as often.
     *
     * @param symbol empty where the table has no such column
     * @param seq of an event, commandSeq of a log entry, lastSeq of an alert, 0 of a dead letter
     * @param rows how often it is there in excess
     */
    public record Row(LakeTable table, String symbol, long seq, boolean inLeft, long rows) {}

    /**
     * The rows of {@code left} that {@code right} has not, and the other way round, by symbol and seq. Of the log, the
     * selection's symbol counts and its end does not.
     */
    public static List<Row> between(Path left, Path right, LakeTable table, LogSelection selection) {
        String name = table.tableName();
        try (DuckDb engine = DuckDb.start()) {
            engine.run(TableView.over(table, new LakeFiles(left).of(table)));
            engine.run("ALTER VIEW " + name + " RENAME TO in_left");
            engine.run(TableView.over(table, new LakeFiles(right).of(table)));
            engine.run("ALTER VIEW " + name + " RENAME TO in_right");
            List<Row> rows = new ArrayList<>();
            String condition = condition(table, selection);
            try (Answer answer = engine.ask(sql(table, condition))) {
                while (answer.next()) {
                    rows.add(new Row(
                            table,
                            String.valueOf(answer.value(0)),
                            number(answer.value(1)),
                            Boolean.TRUE.equals(answer.value(2)),
                            number(answer.value(3))));
                }
            }
            return rows;
        }
    }

    private static String sql(LakeTable table, String condition) {
        String key =
                switch (table) {
                    case COMMAND -> "symbol, commandSeq";
                    case DEAD_LETTER -> "partitionKey, 0";
                    case ALERT, ALERT_ADVICE -> "symbol, lastSeq";
                    default -> "symbol, seq";
                };
        String left = "(SELECT * FROM in_left WHERE " + condition + ")";
        String right = "(SELECT * FROM in_right WHERE " + condition + ")";
        return "SELECT *, count(*) FROM (" + excess(key, true, left, right) + " UNION ALL "
                + excess(key, false, right, left) + ") GROUP BY ALL ORDER BY ALL";
    }

    private static String excess(String key, boolean inLeft, String rows, String others) {
        return "SELECT " + key + ", " + inLeft + " FROM (" + rows + " EXCEPT ALL " + others + ")";
    }

    private static String condition(LakeTable table, LogSelection selection) {
        if (table == LakeTable.DEAD_LETTER) {
            return "true";
        }
        boolean bounded = table != LakeTable.COMMAND && selection.untilMs() != Long.MAX_VALUE;
        return selection.ofSymbol() + (bounded ? " AND epoch_ms(ts) <= " + selection.untilMs() : "");
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
