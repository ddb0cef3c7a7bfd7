package io.stockmate.connectors.jdbc;

import static io.stockmate.connectors.jdbc.TestDatabase.OWNER;
import static io.stockmate.connectors.jdbc.TestDatabase.READER;
import static io.stockmate.connectors.jdbc.TestDatabase.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.ledger.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database refuses, whoever asks: the books cannot be made wrong. */
final class IllegalWritesTest {
    private static final String DUMP = "select * from ledger.transaction t left join ledger.posting p"
            + " using (transaction_id) full join ledger.account using (account, unit) full join ledger.unit using (unit)"
            + " order by transaction_id, posting, account, unit";

    private record IllegalWrite(String kind, String user, String state, String sql) {}

    @Test
    void isRefusedAndLeavesTheBooksAsTheyWere() throws SQLException {
        TestDatabase database = TestDatabase.create();
        Transaction first = Bookings.trade("AAA", 1, "ALICE", "BOB", 3, 100);
        Bookings.post(database, first, Bookings.trade("AAA", 2, "ALICE", "BOB", 1, 100));
        Bookings.post(database, Bookings.reversal(first, 3), Bookings.trade("AAA", 12, "ALICE", "BOB", 1, 100));
        List<String> before = database.rows(DUMP);
        List<String> table = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (IllegalWrite write : writes()) {
            String[] answer = answer(database, write);
            table.add(String.format(
                    "%-46s %-10s %s  %s", write.kind(), write.user(), answer[0], answer[1].replace("ERROR: ", "")));
            if (!answer[0].equals(write.state())) {
                wrong.add(write.kind() + ": " + answer[0] + " " + answer[1] + ", not " + write.state());
            }
        }
        System.out.println(String.join("\n", table));
        assertThat(wrong).isEmpty();
        assertThat(table).hasSizeGreaterThanOrEqualTo(15);
        assertThat(database.rows(DUMP)).isEqualTo(before);
    }

    @Test
    void aWriteOfTheSameShapeThatIsRightIsTaken() throws SQLException {
        TestDatabase database = TestDatabase.create();
        Draft right = Draft.of("AAA-9", "ALICE/cash EUR -5", "BOB/cash EUR 5");

        assertThat(answer(database, new IllegalWrite("none", WRITER, "", right.sql()))[0])
                .isEmpty();
        assertThat(database.rows("select transfer_id, from_account, to_account, amount from ledger.transfer"))
                .containsExactly("AAA-9-1|ALICE/cash|BOB/cash|5");
    }

    private static List<IllegalWrite> writes() {
        Draft right = Draft.of("AAA-9", "ALICE/cash EUR -5", "BOB/cash EUR 5");
        Draft known = new Draft("AAA-2", "AAA", "TRADE", "", "", 2, right.postings(), right.hashed());
        Draft mirrorOfSecond = Draft.of(
                "AAA-9-R",
                "BOB/cash EUR -100",
                "ALICE/cash EUR 100",
                "ALICE/goods #AAA -1",
                "BOB/goods #AAA 1",
                ":fees EUR -5",
                "ALICE/cash EUR 5");
        Draft mirrorOfFirst = Draft.of(
                "AAA-9-R",
                "BOB/cash EUR -300",
                "ALICE/cash EUR 300",
                "ALICE/goods #AAA -3",
                "BOB/goods #AAA 3",
                ":fees EUR -5",
                "ALICE/cash EUR 5");
        Draft mirrorOfMirror = Draft.of(
                "AAA-9-R",
                "ALICE/cash EUR -300",
                "BOB/cash EUR 300",
                "BOB/goods #AAA -3",
                "ALICE/goods #AAA 3",
                "ALICE/cash EUR -5",
                ":fees EUR 5");
        return List.of(
                by("same id, other content", "LB001", known.sql()),
                by(
                        "late posting into a sealed transaction",
                        "LB002",
                        Draft.of("AAA-2", "BOB/cash EUR -1").postings(7)),
                by("late pair that balances", "LB002", known.postings(7)),
                by(
                        "posting under a number that is taken",
                        "23505",
                        right.postings(1).replace("AAA-9", "AAA-2")),
                by("header without postings", "LB003", right.header()),
                by(
                        "one leg of two",
                        "LB003",
                        Draft.of("AAA-9", "ALICE/cash EUR -5").announcing(2).sql()),
                by(
                        "a header of one leg",
                        "23514",
                        Draft.of("AAA-9", "ALICE/cash EUR -5").sql()),
                by(
                        "more postings than the header says",
                        "LB002",
                        Draft.of("AAA-9", "ALICE/cash EUR -5", "BOB/cash EUR 5", "ALICE/cash EUR -1", "BOB/cash EUR 1")
                                .announcing(2)
                                .sql()),
                by(
                        "takes 5, gives 6",
                        "LB004",
                        Draft.of("AAA-9", "ALICE/cash EUR -5", "BOB/cash EUR 6").sql()),
                by(
                        "takes in one currency, gives in another",
                        "LB004",
                        Draft.of("AAA-9", "ALICE/cash EUR -5", "BOB/cash USD 5").sql()),
                by(
                        "hash of other postings",
                        "LB005",
                        right.hashedAs("ALICE/cash EUR -6", "BOB/cash EUR 6").sql()),
                by(
                        "amount of 0",
                        "23514",
                        Draft.of("AAA-9", "ALICE/cash EUR 0", "BOB/cash EUR 0").sql()),
                by(
                        "gives before it takes",
                        "23514",
                        Draft.of("AAA-9", "ALICE/cash EUR 5", "BOB/cash EUR -5").sql()),
                by(
                        "account of no known kind",
                        "23502",
                        Draft.of("AAA-9", "ALICE/purse EUR -5", "BOB/cash EUR 5")
                                .sql()),
                by(
                        "account that was not opened",
                        "23503",
                        Draft.of("AAA-9", "CAROL/cash EUR -5", "BOB/cash EUR 5").bare()),
                by(
                        "goods on a cash account",
                        "23514",
                        Draft.of("AAA-9", "ALICE/cash #AAA -5", "BOB/cash #AAA 5")
                                .sql()),
                by(
                        "money on a goods account",
                        "23514",
                        Draft.of("AAA-9", "ALICE/goods EUR -5", "BOB/goods EUR 5")
                                .sql()),
                by(
                        "unit that is neither currency nor symbol",
                        "23514",
                        Draft.of("AAA-9", "ALICE/cash euro -5", "BOB/cash euro 5")
                                .sql()),
                by(
                        "amount beyond 64 bits",
                        "22003",
                        Draft.of("AAA-9", "ALICE/cash EUR -9223372036854775809", "BOB/cash EUR 9223372036854775809")
                                .sql()),
                by("posting of an unknown transaction", "23503", right.postings(1)),
                by("second reversal", "23505", mirrorOfFirst.reversing("AAA-1").sql()),
                by(
                        "reversal of an unknown transaction",
                        "23503",
                        mirrorOfSecond.reversing("AAA-77").sql()),
                by(
                        "reversal that undoes half",
                        "LB006",
                        right.reversing("AAA-2").sql()),
                by(
                        "reversal of a reversal",
                        "LB007",
                        mirrorOfMirror.reversing("AAA-3-R").sql()),
                by(
                        "reversal by another symbol",
                        "LB007",
                        mirrorOfSecond
                                .as("BBB-9-R")
                                .inSymbol("BBB")
                                .reversing("AAA-2")
                                .sql()),
                by("reversal of itself", "LB007", right.reversing("AAA-9").sql()),
                by(
                        "reversal before what it reverses",
                        "LB007",
                        mirrorOfSecond.reversing("AAA-12").sql()),
                by(
                        "reversal of nothing",
                        "23514",
                        mirrorOfSecond.because("REVERSAL").sql()),
                by(
                        "reversal under another reason",
                        "23514",
                        mirrorOfSecond.reversing("AAA-2").because("CORRECTION").sql()),
                by("unknown reason", "23514", right.because("GIFT").sql()),
                by(
                        "goods of another symbol",
                        "LB009",
                        Draft.of("AAA-9", "ALICE/goods #BBB -5", "BOB/goods #BBB 5")
                                .sql()),
                by(
                        "trade under another id again",
                        "23505",
                        right.about("AAA-T-2").sql()),
                by("id of an event to come", "23514", right.as("AAA-10").sql()),
                by("id of another symbol", "23514", right.as("AAB-9").sql()),
                by(
                        "id that only begins like its event's",
                        "23514",
                        right.as("AAA-91").sql()),
                by(
                        "value date inside a day",
                        "23514",
                        "insert into ledger.transaction (transaction_id, symbol, seq, ts, reason, value_date, postings, content_hash) values ('AAA-9', 'AAA', 9, 0, 'TRADE', 1, 2, sha256(''))"),
                by("update of an amount", "42501", "update ledger.posting set amount = amount + 1"),
                by("delete of postings", "42501", "delete from ledger.posting"),
                by("truncate", "42501", "truncate ledger.posting"),
                by("reading what others booked", "42501", "select * from ledger.posting"),
                by("switching the checks off", "42501", "alter table ledger.transaction disable trigger all"),
                by("dropping a table", "42501", "drop table ledger.posting"),
                new IllegalWrite("insert by a reader", READER, "42501", right.sql()),
                new IllegalWrite(
                        "update of an amount", OWNER, "LB008", "update ledger.posting set amount = amount + 1"),
                new IllegalWrite("delete of a transaction", OWNER, "LB008", "delete from ledger.transaction"),
                new IllegalWrite("truncate of all", OWNER, "LB008", "truncate ledger.transaction cascade"),
                new IllegalWrite(
                        "renaming an account", OWNER, "LB008", "update ledger.account set account = 'BOB/cash'"),
                new IllegalWrite("removing a unit", OWNER, "LB008", "delete from ledger.unit"),
                new IllegalWrite(
                        "unbalanced",
                        OWNER,
                        "LB004",
                        Draft.of("AAA-9", "ALICE/cash EUR -5", "BOB/cash EUR 6").sql()));
    }

    private static IllegalWrite by(String kind, String state, String sql) {
        return new IllegalWrite(kind, WRITER, state, sql);
    }

    /** SQLSTATE and message; both empty where the write was taken. */
    private static String[] answer(TestDatabase database, IllegalWrite write) throws SQLException {
        try (Connection connection = database.as(write.user())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(write.sql());
                connection.commit();
                return new String[] {"", ""};
            } catch (SQLException refusal) {
                connection.rollback();
                return new String[] {
                    refusal.getSQLState(),
                    refusal.getMessage().lines().findFirst().orElse("")
                };
            }
        }
    }
}
