package io.stockmate.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.ledger.Transaction;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class LedgerViewsTest {
    @Test
    void tellWhatWasBooked() throws SQLException {
        TestDatabase database = TestDatabase.create();
        Transaction first = Bookings.trade("AAA", 1, "ALICE", "BOB", 3, 100);
        Transaction dueLater = Bookings.unsettled("AAA", 4, "ALICE", "BOB", 250, 20_500 * Bookings.DAY);
        Bookings.post(
                database,
                first,
                Bookings.trade("AAA", 2, "ALICE", "CAROL", 1, 200),
                Bookings.reversal(first, 3),
                dueLater);

        assertThat(database.rows("select unit, taken_in, given_out, difference from ledger.trial_balance order by 1"))
                .containsExactly("#AAA|7|7|0", "EUR|1065|1065|0");
        assertThat(database.rows("select account, kind, unit, minor_units, balance from ledger.account_balance"
                        + " where account in (':fees', 'ALICE/cash', 'ALICE/goods') order by 1, 3"))
                .containsExactly(
                        ":fees|INCOME|EUR|5|0.0005",
                        "ALICE/cash|LIABILITY|EUR|-205|-0.0205",
                        "ALICE/goods|LIABILITY|#AAA|1|1.0000");
        assertThat(database.rows("select transaction_id, amount, balance from ledger.account_statement"
                        + " where account = 'ALICE/cash' order by booked_at, symbol, seq, transaction_id, posting"))
                .containsExactly(
                        "AAA-1|-300|-300",
                        "AAA-1|-5|-305",
                        "AAA-2|-200|-505",
                        "AAA-2|-5|-510",
                        "AAA-3-R|300|-210",
                        "AAA-3-R|5|-205");
        assertThat(database.rows("select * from ledger.position order by 1"))
                .containsExactly("ALICE|AAA|1|0", "BOB|AAA|0|0", "CAROL|AAA|-1|0");
        assertThat(database.rows("select * from ledger.unsettled order by 1"))
                .containsExactly("ALICE|EUR|2026-02-16|-250", "BOB|EUR|2026-02-16|250");
        assertThat(database.rows("select unit, symbol, day, amount, fees from ledger.fee_income"))
                .containsExactly("EUR|AAA|2026-03-08|5|2");
        assertThat(database.rows("select transaction_id, reverses, reversed_reason from ledger.reversal"))
                .containsExactly("AAA-3-R|AAA-1|TRADE");
    }
}
