package io.stockmate.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.TransferReason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DatabaseSchemaTest {
    /** Files of the first version. */
    private static final int FIRST = 4;

    private static final int VERSIONS = DatabaseSchema.FILES.size();

    @Test
    void mayBeAppliedAgain() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (Connection owner = database.as(TestDatabase.OWNER)) {
            DatabaseSchema.apply(owner);
            DatabaseSchema.apply(owner);
        }

        assertThat(database.rows("select count(*) from ledger.transaction")).containsExactly("0");
    }

    @Test
    void bringsTheBooksOfAnEarlierVersionUpToDate() throws SQLException {
        TestDatabase database = TestDatabase.empty();
        Transaction early = Bookings.trade("AAA", 1, "ALICE", "BOB", 3, 100);
        try (Connection owner = database.as(TestDatabase.OWNER)) {
            for (int version = FIRST; version < VERSIONS; version++) {
                DatabaseSchema.apply(owner, DatabaseSchema.FILES.subList(0, version));
                Bookings.post(database, early);
            }
            DatabaseSchema.apply(owner);
        }
        Bookings.post(database, early, Bookings.reversal(early, 2));

        assertThat(database.rows("select transaction_id from ledger.transaction order by 1"))
                .containsExactly("AAA-1", "AAA-2-R");
        assertThat(database.rows("select conname from pg_constraint where conrelid = 'ledger.transaction'::regclass"
                        + " and contype = 'c'"))
                .containsExactly("header");
    }

    @Test
    void knowsTheReasonsOfTransfersAndNoOthers() throws SQLException {
        String definition = String.join(
                " ",
                TestDatabase.create()
                        .rows("select pg_get_functiondef(oid) from pg_proc where proname = 'is_header'"
                                + " and pronamespace = 'ledger'::regnamespace"));
        Matcher list = Pattern.compile("reason in \\(([^)]*)\\)").matcher(definition);

        assertThat(list.find()).as(definition).isTrue();
        assertThat(list.group(1).replace("'", "").split(", "))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(TransferReason.values()).map(Enum::name).toList());
    }

    @Test
    void ofALaterVersionIsLeftAlone() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (Connection owner = database.as(TestDatabase.OWNER)) {
            assertThatThrownBy(() -> DatabaseSchema.apply(owner, DatabaseSchema.FILES.subList(0, VERSIONS - 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ledger-4.sql, which is newer than this program");
        }
    }

    /** Nobody has analyzed the tables when the books are new, and their sessions keep the plans of that time. */
    @Test
    void checksReadNoMoreOfNewBooksThanWhatIsBooked() throws Exception {
        TestDatabase database = TestDatabase.create();
        List<Transaction> trades = new ArrayList<>();
        List<Transaction> reversals = new ArrayList<>();
        for (int n = 1; n <= 400; n++) {
            Transaction trade = Bookings.trade("AAA", n, "ALICE", "BOB", 1, 100);
            trades.add(trade);
            reversals.add(Bookings.reversal(trade, 1_000 + n));
        }
        Bookings.post(database, trades.toArray(Transaction[]::new));
        Bookings.post(database, reversals.toArray(Transaction[]::new));
        long postings = number(database, "select count(*) from ledger.posting");

        // The server counts what a session has read when that ends.
        for (int look = 0; look < 200 && readByIndex(database) < postings; look++) {
            Thread.sleep(50);
        }
        assertThat(readByIndex(database)).isBetween(postings, 5 * postings);
        assertThat(number(
                        database,
                        "select sum(seq_tup_read) from pg_stat_user_tables where relname in ('posting',"
                                + " 'transaction')"))
                .isLessThan(2 * postings);
    }

    private static long readByIndex(TestDatabase database) throws SQLException {
        return number(
                database,
                "select sum(idx_tup_read) from pg_stat_user_indexes"
                        + " where indexrelname in ('posting_pkey', 'posting_of_account')");
    }

    private static long number(TestDatabase database, String query) throws SQLException {
        return Long.parseLong(database.rows(query).get(0));
    }
}
