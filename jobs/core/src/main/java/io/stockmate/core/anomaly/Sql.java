package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Parts of questions to the lake about one finding, in SQL that Trino and DuckDB understand alike. */
final class Sql {
    private final String symbol;
    private final Finding found;

    Sql(String symbol, Finding found) {
        this.symbol = symbol;
        this.found = found;
    }

    /** From one event, whose book time is {@code ts}. */
    String at(String table, long seq, long ts) {
        return " FROM " + table + " WHERE symbol = " + quoted(symbol) + " AND dt = " + day(ts) + " AND seq = " + seq;
    }

    /** From the event that raised it. */
    String atRaise(String table) {
        return at(table, found.raisedSeq(), found.raisedTs());
    }

    /** From the first event of the evidence. */
    String atFirst(String table) {
        return at(table, found.firstSeq(), found.firstTs());
    }

    /** From all events of the evidence; more conditions may follow. */
    String between(String table) {
        return between(table, "");
    }

    /** As {@link #between(String)}, with columns by the alias. */
    String between(String table, String alias) {
        String column = alias.isEmpty() ? "" : alias + ".";
        return " FROM " + table + (alias.isEmpty() ? "" : " " + alias) + " WHERE " + within(column);
    }

    /** The condition that a row is of the evidence. */
    String within(String column) {
        return column + "symbol = " + quoted(symbol) + " AND " + column + "dt BETWEEN " + day(found.firstTs()) + " AND "
                + day(found.raisedTs()) + " AND " + column + "seq BETWEEN " + found.firstSeq() + " AND "
                + found.raisedSeq();
    }

    /** Both numbers as they stand in an alert. */
    static String row(String observed, String expected) {
        return "SELECT " + decimal(observed) + " AS observed, " + decimal(expected) + " AS expected";
    }

    static String decimal(String value) {
        return "CAST(" + value + " AS DECIMAL(18,4))";
    }

    String ofSymbol() {
        return "symbol = " + quoted(symbol);
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String day(long ts) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(ts), ZoneOffset.UTC);
        return "DATE '" + day + "'";
    }

    static String timestamp(long ts) {
        String text = Instant.ofEpochMilli(ts)
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString();
        String seconds = text.length() == 16 ? text + ":00" : text;
        return "TIMESTAMP '" + seconds.replace('T', ' ') + "'";
    }

    /** SYMBOL-KIND-seq, and the ordinal from the second on. */
    static String alertId(String symbol, AlertKind kind, Finding found) {
        return symbol + "-" + kind + "-" + found.raisedSeq() + (found.ordinal() == 1 ? "" : "-" + found.ordinal());
    }
}
