package io.stockmate.benchmarks.ledger;

import io.stockmate.core.ledger.Posting;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Absent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * The same rows into the same tables as a program would do it that knows nothing of repeats and failures: JDBC batches,
 * a thousand transactions to a commit, hashes computed before. The measure of what posting costs.
 */
final class PlainInserts {
    private static final int TRANSACTIONS_PER_COMMIT = 1_000;
    private static final List<String> TABLES = List.of("unit", "account", "transaction", "posting");

    private PlainInserts() {}

    /** A transaction with what the database is told of it. */
    record Row(Transaction transaction, List<Posting> postings, byte[] hash) {
        static Row of(Transaction transaction) {
            return new Row(transaction, transaction.postings(), HexFormat.of().parseHex(transaction.contentHash()));
        }
    }

    /**
     * The tables once more in a schema that is made: with keys, checks and indexes; without triggers and references.
     */
    static void copyTables(Connection owner, String from, String to) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("create schema " + to);
            for (String table : TABLES) {
                statement.execute(
                        "create table " + to + "." + table + " (like " + from + "." + table + " including all)");
            }
        }
    }

    /** Inserts them into the empty tables of a schema; the connection is left without auto-commit. */
    static void into(Connection connection, String schema, List<Row> rows) throws SQLException {
        connection.setAutoCommit(false);
        accounts(connection, schema, rows);
        try (PreparedStatement header = connection.prepareStatement(
                        """
                        insert into %s.transaction
                            (transaction_id, symbol, seq, ts, reason, ref_id, reverses, value_date, postings, content_hash)
                          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
                                .formatted(schema));
                PreparedStatement posting = connection.prepareStatement("insert into " + schema
                        + ".posting (transaction_id, posting, account, unit, amount) values (?, ?, ?, ?, ?)")) {
            int booked = 0;
            for (Row row : rows) {
                add(row, header, posting);
                if (++booked % TRANSACTIONS_PER_COMMIT == 0 || booked == rows.size()) {
                    header.executeBatch();
                    posting.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void accounts(Connection connection, String schema, List<Row> rows) throws SQLException {
        TreeSet<String> accounts = new TreeSet<>();
        rows.forEach(row -> row.postings().forEach(posting -> accounts.add(posting.unit() + " " + posting.account())));
        try (PreparedStatement unit = connection.prepareStatement(
                        "insert into " + schema + ".unit (unit) values (?) on conflict do nothing");
                PreparedStatement account = connection.prepareStatement(
                        "insert into " + schema + ".account (unit, account) values (?, ?)")) {
            for (String name : accounts) {
                String[] part = name.split(" ");
                unit.setString(1, part[0]);
                unit.addBatch();
                account.setString(1, part[0]);
                account.setString(2, part[1]);
                account.addBatch();
            }
            unit.executeBatch();
            account.executeBatch();
        }
        connection.commit();
    }

    private static void add(Row row, PreparedStatement header, PreparedStatement posting) throws SQLException {
        Transaction transaction = row.transaction();
        header.setString(1, transaction.id());
        header.setString(2, transaction.symbol());
        header.setLong(3, transaction.seq());
        header.setLong(4, transaction.ts());
        header.setString(5, transaction.reason().name());
        header.setString(6, transaction.refId());
        header.setString(7, transaction.reverses());
        header.setObject(8, Absent.is(transaction.valueDate()) ? null : (Long) transaction.valueDate(), Types.BIGINT);
        header.setInt(9, row.postings().size());
        header.setBytes(10, row.hash());
        header.addBatch();
        for (Posting one : row.postings()) {
            posting.setString(1, transaction.id());
            posting.setInt(2, one.place());
            posting.setString(3, one.account());
            posting.setString(4, one.unit());
            posting.setLong(5, one.amount());
            posting.addBatch();
        }
    }
}
