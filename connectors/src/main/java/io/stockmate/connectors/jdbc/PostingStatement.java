package io.stockmate.connectors.jdbc;

import io.stockmate.core.ledger.Posting;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Absent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * A transaction as one statement, so that it is booked whole or not at all however statements are gathered and
 * committed. Header first: where it is in the books already nothing follows.
 */
public final class PostingStatement implements JdbcQueryStatement<Transaction> {
    private static final long serialVersionUID = 1;

    // The writer may only insert: nothing here reads a column of a table.
    private static final String SQL =
            """
            with header as (
              insert into ledger.transaction
                  (transaction_id, symbol, seq, ts, reason, ref_id, reverses, value_date, postings, content_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning true),
            arrived as (
              select ? as transaction_id, p.* from unnest(?::text[], ?::text[], ?::bigint[])
                  with ordinality as p (account, unit, amount, posting)
                where exists (select from header)),
            units as (insert into ledger.unit (unit) select distinct unit from arrived on conflict do nothing),
            accounts as (
              insert into ledger.account (account, unit)
                select distinct account, unit from arrived order by account, unit on conflict do nothing)
            insert into ledger.posting (transaction_id, posting, account, unit, amount)
              select transaction_id, posting, account, unit, amount from arrived
            """;

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, Transaction transaction) throws SQLException {
        List<Posting> postings = transaction.postings();
        int n = 0;
        statement.setString(++n, transaction.id());
        statement.setString(++n, transaction.symbol());
        statement.setLong(++n, transaction.seq());
        statement.setLong(++n, transaction.ts());
        statement.setString(++n, transaction.reason().name());
        statement.setString(++n, transaction.refId());
        statement.setString(++n, transaction.reverses());
        if (Absent.is(transaction.valueDate())) {
            statement.setNull(++n, Types.BIGINT);
        } else {
            statement.setLong(++n, transaction.valueDate());
        }
        statement.setShort(++n, (short) postings.size());
        statement.setBytes(++n, HexFormat.of().parseHex(transaction.contentHash()));
        statement.setString(++n, transaction.id());
        Connection connection = statement.getConnection();
        statement.setArray(
                ++n,
                connection.createArrayOf(
                        "text", postings.stream().map(Posting::account).toArray()));
        statement.setArray(
                ++n,
                connection.createArrayOf(
                        "text", postings.stream().map(Posting::unit).toArray()));
        statement.setArray(
                ++n,
                connection.createArrayOf(
                        "bigint", postings.stream().map(Posting::amount).toArray()));
    }
}
