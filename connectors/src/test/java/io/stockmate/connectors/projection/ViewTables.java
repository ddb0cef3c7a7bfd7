package io.stockmate.connectors.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Writes messages into the tables as a job would, and reads the tables as a client would. */
record ViewTables(Connection connection) {
    /** In batches of 50, of those messages that make a row. */
    <M> void write(Projection<M> projection, List<M> messages) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(projection.query())) {
            int waiting = 0;
            for (M message : messages) {
                if (projection.takes(message)) {
                    projection.statement(statement, message);
                    statement.addBatch();
                    if (++waiting % 50 == 0) {
                        statement.executeBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    /** Lines of what a query answers, its columns between bars. */
    List<String> query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringJoiner line = new StringJoiner("|");
                for (int column = 1; column <= columns; column++) {
                    line.add(String.valueOf(rows.getString(column)));
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> dump(String table) throws SQLException {
        return query("select * from view." + table + " order by 1, 2, 3");
    }
}
