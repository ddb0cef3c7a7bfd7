package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.pipelines.matching.RecordedSession;
import io.stockmate.pipelines.reconcile.DamagedLake.Key;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One wrong row or record is found and named, and nothing else is. */
class ReconciliationTest {
    private static final EventCodec CODEC = new EventCodec();
    private static final int SOMEWHERE = 7;

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static RecordedSession session;

    @BeforeAll
    static void runOnce() throws Exception {
        session = RecordedSession.run(42, shared);
    }

    @Test
    void soundMarketIsClean() throws Exception {
        Verdict verdict = reconcile(session.commands(), session.events(), session.lake());

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.violationCount()).isZero();
        Accounts accounts = verdict.accounts();
        assertThat(accounts.addUp()).isTrue();
        assertThat(accounts.records()).isEqualTo(session.commands().size());
        assertThat(accounts.deadLetters()).isEqualTo(3);
        assertThat(accounts.repeated()).isPositive();
        assertThat(accounts.rejected()).isGreaterThan(5);
        assertThat(accounts.trades()).isGreaterThan(100);
        assertThat(accounts.events() + accounts.repeats())
                .isEqualTo(session.events().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"execution_report", "trade", "stock_level", "top_of_book", "accepted", "order_cancel_reject"})
    void rowThatIsMissingInTheLakeIsNamed(String table) throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows(table, "seq", SOMEWHERE).get(0);
        lake.rewrite(table, "SELECT * FROM rows WHERE NOT " + is(row));

        assertNamed(reconcile(lake), seq(row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"execution_report", "trade", "stock_level", "top_of_book", "accepted", "order_cancel_reject"})
    void rowThatIsTwiceInTheLakeIsNamed(String table) throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows(table, "seq", SOMEWHERE).get(0);
        lake.rewrite(table, "SELECT * FROM rows UNION ALL SELECT * FROM rows WHERE " + is(row));

        assertNamed(reconcile(lake), seq(row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "execution_report.ts + INTERVAL 1 MILLISECOND",
                "execution_report.chain + 1",
                "execution_report.commandSeq + 1",
                "execution_report.price + 0.0001",
                "execution_report.cumQty + 1",
                "execution_report.leavesQty + 1",
                "execution_report.orderId || 'x'",
                "trade.qty + 1",
                "trade.price + 0.0001",
                "trade.buyer || 'x'",
                "stock_level.onHand - 1",
                "top_of_book.bidQty + 1",
                "accepted.body || ' '",
                "order_cancel_reject.cxlRejReason - 1",
                "order_cancel_reject.execId || '0'"
            })
    void valueThatIsOffByOneUnitInTheLakeIsNamed(String change) throws Exception {
        String table = change.substring(0, change.indexOf('.'));
        String value = change.substring(change.indexOf('.') + 1);
        String column = value.substring(0, value.indexOf(' '));
        DamagedLake lake = damaged();
        Key row = lake.rows(table, "seq", SOMEWHERE, column).get(0);
        lake.rewrite(
                table,
                "SELECT * REPLACE (CASE WHEN " + is(row) + " THEN " + value + " ELSE " + column + " END AS " + column
                        + ") FROM rows");

        assertNamed(reconcile(lake), seq(row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"execution_report", "trade", "stock_level", "top_of_book", "order_cancel_reject"})
    void rowsThatChangedPlacesInTheLakeAreNamed(String table) throws Exception {
        DamagedLake lake = damaged();
        List<Key> rows = lake.rows(table, "seq", SOMEWHERE);
        Key one = rows.get(0);
        Key other = rows.get(1);
        lake.rewrite(
                table,
                "SELECT * REPLACE (CASE WHEN " + is(one) + " THEN " + other.seq() + " WHEN " + is(other) + " THEN "
                        + one.seq() + " ELSE seq END AS seq) FROM rows");

        assertNamed(reconcile(lake), seq(one), seq(other));
    }

    @Test
    void missingRowOfTheLogIsNamed() throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows("command", "commandSeq", SOMEWHERE).get(0);
        lake.rewrite("command", "SELECT * FROM rows WHERE NOT " + isCommand(row));

        assertNamed(reconcile(lake), commandSeq(row));
    }

    @Test
    void doubledRowOfTheLogIsNamed() throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows("command", "commandSeq", SOMEWHERE).get(0);
        lake.rewrite("command", "SELECT * FROM rows UNION ALL SELECT * FROM rows WHERE " + isCommand(row));

        assertNamed(reconcile(lake), commandSeq(row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commandSeq + 1",
                "arrivedAt + INTERVAL 1 MILLISECOND",
                "subSequence + 1",
                "partitionKey || 'X'",
                "data || '\\x20'::BLOB"
            })
    void valueThatIsOffByOneInTheLogIsNamed(String value) throws Exception {
        String column = value.substring(0, value.indexOf(' '));
        DamagedLake lake = damaged();
        Key row = lake.rows("command", "commandSeq", SOMEWHERE).get(0);
        lake.rewrite(
                "command",
                "SELECT * REPLACE (CASE WHEN " + isCommand(row) + " THEN " + value + " ELSE " + column + " END AS "
                        + column + ") FROM rows");

        assertNamed(reconcile(lake), commandSeq(row));
    }

    @Test
    void rowsOfTheLogThatChangedPlacesAreNamed() throws Exception {
        DamagedLake lake = damaged();
        List<Key> rows = lake.rows("command", "commandSeq", SOMEWHERE);
        lake.rewrite(
                "command",
                "SELECT * REPLACE (CASE WHEN " + isCommand(rows.get(0)) + " THEN "
                        + rows.get(1).seq() + " WHEN " + isCommand(rows.get(1)) + " THEN "
                        + rows.get(0).seq() + " ELSE commandSeq END AS commandSeq) FROM rows");

        assertNamed(reconcile(lake), commandSeq(rows.get(0)), commandSeq(rows.get(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM rows WHERE reason <> 'MALFORMED'",
                "SELECT * FROM rows UNION ALL SELECT * FROM rows WHERE reason = 'MALFORMED'",
                "SELECT * REPLACE (CASE WHEN reason = 'MALFORMED' THEN length + 1 ELSE length END AS length) FROM rows"
            })
    void damagedDeadLetterIsNamed(String sql) throws Exception {
        DamagedLake lake = damaged();
        lake.rewrite("dead_letter", sql);
        ArrivedRecord malformed = session.commands().get(session.commands().size() - 3);

        assertNamed(reconcile(lake), "SKU-1 " + Places.of(malformed.cause()));
    }

    @Test
    void eventThatWasNotPublishedIsNamed() throws Exception {
        Event event = event(300);
        List<ArrivedRecord> events = new ArrayList<>(session.events());
        events.removeIf(record -> CODEC.decode(record.data()).equals(event));

        assertNamed(reconcile(session.commands(), events, session.lake()), place(event));
    }

    @Test
    void equalRepeatIsNoViolationAndAnUnequalOneIsNamed() throws Exception {
        Event event = event(301);
        List<ArrivedRecord> events = new ArrayList<>(session.events());
        events.add(record(event));
        assertThat(reconcile(session.commands(), events, session.lake()).violations())
                .isEmpty();

        events.add(record(new Event(event.header(), event.chain() + 1, event.cause(), event.body())));
        assertNamed(reconcile(session.commands(), events, session.lake()), place(event));
    }

    @Test
    void publishedValueThatIsOffByOneUnitIsNamed() throws Exception {
        for (int at : List.of(17, 302, 555)) {
            Event event = event(at);
            List<ArrivedRecord> events = replaced(
                    event,
                    "\"ts\":" + event.header().ts(),
                    "\"ts\":" + (event.header().ts() + 1));

            assertNamed(reconcile(session.commands(), events, session.lake()), place(event));
        }
    }

    @Test
    void publishedCauseThatArrivedAtAnotherTimeIsNamedWithBothTimes() throws Exception {
        Event event = event(302);
        Cause cause = event.cause();
        Cause later = new Cause(cause.shardId(), cause.sequenceNumber(), cause.subSequence(), cause.arrivedAt() + 1);
        List<ArrivedRecord> events = new ArrayList<>(session.events());
        events.replaceAll(record -> CODEC.decode(record.data()).equals(event)
                ? record(new Event(event.header(), event.chain(), later, event.body()))
                : record);

        Verdict verdict = reconcile(session.commands(), events, session.lake());

        assertNamed(verdict, place(event));
        assertThat(verdict.violations().get(0).text())
                .endsWith("its cause is " + Places.key(cause) + " arrivedAt " + later.arrivedAt() + " instead of "
                        + Places.key(cause) + " arrivedAt " + cause.arrivedAt());
    }

    @Test
    void publishedEventsThatChangedPlacesAreNamed() throws Exception {
        Event one = event(303);
        Event other = session.events().stream()
                .map(record -> CODEC.decode(record.data()))
                .filter(event -> event.symbol().equals(one.symbol()) && event.seq() == one.seq() + 1)
                .findFirst()
                .orElseThrow();
        List<ArrivedRecord> events = new ArrayList<>();
        for (ArrivedRecord record : session.events()) {
            Event event = CODEC.decode(record.data());
            if (event.equals(one)) {
                events.add(record(new Event(one.header(), other.chain(), one.cause(), other.body())));
            } else if (event.equals(other)) {
                events.add(record(new Event(other.header(), one.chain(), other.cause(), one.body())));
            } else {
                events.add(record);
            }
        }

        assertNamed(reconcile(session.commands(), events, session.lake()), place(one), place(other));
    }

    @Test
    void commandThatIsMissingDoubledChangedOrMovedInTheStreamIsNamed() throws Exception {
        Event answer = event(304);
        int at = indexOf(answer);
        String place = answer.symbol() + " commandSeq " + answer.header().commandSeq();
        List<ArrivedRecord> missing = new ArrayList<>(session.commands());
        ArrivedRecord command = missing.remove(at);
        assertNamed(reconcile(missing, session.events(), session.lake()), place);

        List<ArrivedRecord> doubled = new ArrayList<>(session.commands());
        doubled.add(at, command);
        assertNamed(reconcile(doubled, session.events(), session.lake()), place);

        List<ArrivedRecord> changed = new ArrayList<>(session.commands());
        changed.set(at, with(command, new String(command.data(), StandardCharsets.UTF_8).replace("}", " }")));
        assertNamed(reconcile(changed, session.events(), session.lake()), place);

        int next = at + 1;
        while (!session.commands().get(next).partitionKey().equals(command.partitionKey())) {
            next++;
        }
        ArrivedRecord second = session.commands().get(next);
        List<ArrivedRecord> moved = new ArrayList<>(session.commands());
        moved.set(at, with(command, new String(second.data(), StandardCharsets.UTF_8)));
        moved.set(next, with(second, new String(command.data(), StandardCharsets.UTF_8)));
        assertNamed(
                reconcile(moved, session.events(), session.lake()),
                place,
                answer.symbol() + " commandSeq " + (answer.header().commandSeq() + 1));
    }

    @Test
    void eventThatIsWrongInStreamAndLakeAlikeIsNamedByItsChainAndByTheReplay() throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows("stock_level", "seq", SOMEWHERE).get(0);
        lake.rewrite(
                "stock_level",
                "SELECT * REPLACE (CASE WHEN " + is(row) + " THEN onOrder + 1 ELSE onOrder END AS onOrder) FROM rows");
        Event event = session.events().stream()
                .map(record -> CODEC.decode(record.data()))
                .filter(each -> each.symbol().equals(row.symbol()) && each.seq() == row.seq())
                .findFirst()
                .orElseThrow();
        List<ArrivedRecord> events = replaced(event, "\"onOrder\":0", "\"onOrder\":1");

        Verdict verdict = reconcile(session.commands(), events, lake.root());

        assertNamed(verdict, seq(row));
        assertThat(verdict.violations())
                .extracting(Violation::invariant)
                .containsExactlyInAnyOrder(Invariant.CHAIN_FOLLOWS, Invariant.COMMANDS_GIVE_THE_EVENTS);
    }

    @Test
    void eventThatIsNowhereIsNamed() throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows("top_of_book", "seq", SOMEWHERE).get(0);
        lake.rewrite("top_of_book", "SELECT * FROM rows WHERE NOT " + is(row));
        List<ArrivedRecord> events = new ArrayList<>(session.events());
        events.removeIf(record -> {
            Event event = CODEC.decode(record.data());
            return event.symbol().equals(row.symbol()) && event.seq() == row.seq();
        });

        Verdict verdict = reconcile(session.commands(), events, lake.root());

        assertNamed(verdict, seq(row));
        assertThat(verdict.violations()).extracting(Violation::invariant).contains(Invariant.NO_GAP);
    }

    private DamagedLake damaged() throws Exception {
        return DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
    }

    private Verdict reconcile(DamagedLake lake) throws Exception {
        return reconcile(session.commands(), session.events(), lake.root());
    }

    private Verdict reconcile(List<ArrivedRecord> commands, List<ArrivedRecord> events, Path lake) throws Exception {
        return Reconciliation.of(
                new GivenEvidence(commands, events, lake), session.rules(), directory.resolve("scratch"));
    }

    private static void assertNamed(Verdict verdict, String... places) {
        Set<String> named = verdict.violations().stream()
                .map(violation -> violation.symbol() + " " + violation.place())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .as(() -> verdict.violations().stream().map(Violation::text).collect(Collectors.joining("\n")))
                .containsExactlyInAnyOrder(places);
    }

    private static String is(Key row) {
        return "(symbol = '" + row.symbol() + "' AND seq = " + row.seq() + ")";
    }

    private static String isCommand(Key row) {
        return "(symbol = '" + row.symbol() + "' AND commandSeq = " + row.seq() + ")";
    }

    private static String seq(Key row) {
        return row.symbol() + " seq " + row.seq();
    }

    private static String commandSeq(Key row) {
        return row.symbol() + " commandSeq " + row.seq();
    }

    private static Event event(int at) {
        return CODEC.decode(session.events().get(at).data());
    }

    private static String place(Event event) {
        return event.symbol() + " " + Places.of(event);
    }

    private static ArrivedRecord record(Event event) {
        return new ArrivedRecord(event.cause(), event.symbol(), CODEC.encode(event));
    }

    private static ArrivedRecord with(ArrivedRecord record, String data) {
        return new ArrivedRecord(record.cause(), record.partitionKey(), data.getBytes(StandardCharsets.UTF_8));
    }

    private static int indexOf(Event answer) {
        for (int at = 0; at < session.commands().size(); at++) {
            if (session.commands().get(at).cause().equals(answer.cause())) {
                return at;
            }
        }
        throw new AssertionError(answer.toString());
    }

    /** The stream of events in which one, and its repeats, reads otherwise. */
    private static List<ArrivedRecord> replaced(Event event, String value, String by) {
        List<ArrivedRecord> events = new ArrayList<>();
        for (ArrivedRecord record : session.events()) {
            String text = new String(record.data(), StandardCharsets.UTF_8);
            boolean same = CODEC.decode(record.data()).equals(event);
            assertThat(!same || text.contains(value)).as(text).isTrue();
            events.add(same ? with(record, text.replace(value, by)) : record);
        }
        return events;
    }
}
