package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.billing.UsageOutbox;
import io.stockmate.connectors.jdbc.LedgerReader;
import io.stockmate.connectors.projection.Projection;
import io.stockmate.connectors.projection.Projections;
import io.stockmate.connectors.projection.ViewReader;
import io.stockmate.connectors.projection.ViewReader.Row;
import io.stockmate.connectors.projection.ViewReader.Table;
import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.LedgerSink;
import io.stockmate.core.ledger.SymbolLedger;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.lake.LakeTable;
import io.stockmate.pipelines.accounting.BooksDatabase;
import io.stockmate.pipelines.matching.RecordedSession;
import io.stockmate.pipelines.matching.RecordedSessions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong rows of the read models and the outbox are found and named, and nothing else is. */
@ExtendWith(RecordedSessions.class)
class ReadModelReconciliationTest {
    private static final int SOMEWHERE = 3;
    private static final int ROWS_OF_A_TABLE = 40;
    private static final Pattern VALUE = Pattern.compile(" (?=[a-zA-Z]+=)");

    @TempDir
    Path directory;

    private static RecordedSession session;
    private static List<Event> events;
    private static List<Row> rows;

    @BeforeAll
    static void runOnce(RecordedSessions sessions) throws Exception {
        session = sessions.of(7, 11_000);
        events = inOrder(session.events());
        rows = new ArrayList<>();
        try (BooksDatabase database = BooksDatabase.start()) {
            database.writer("read_models");
            try (Connection owner = database.owner("read_models")) {
                for (Projection<Event> projection : Projections.ofEvents()) {
                    fill(owner, projection);
                }
                fillOutbox(owner);
                ViewReader.rows(owner, rows::add);
            }
        }
    }

    private static List<Event> inOrder(List<ArrivedRecord> published) throws Exception {
        EventCodec codec = new EventCodec();
        Map<String, Event> once = new TreeMap<>();
        for (ArrivedRecord record : published) {
            Event event = codec.decode(record.data());
            once.put(String.format(Locale.ROOT, "%s %09d", event.symbol(), event.seq()), event);
        }
        return List.copyOf(once.values());
    }

    private static void fill(Connection owner, Projection<Event> projection) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(projection.query())) {
            for (Event event : events) {
                if (projection.takes(event)) {
                    projection.statement(statement, event);
                    statement.executeUpdate();
                }
            }
        }
    }

    private static void fillOutbox(Connection owner) throws SQLException {
        UsageOutbox outbox = new UsageOutbox();
        AcceptedCommands accepted = new AcceptedCommands();
        Map<String, HeapPieces> pieces = new HashMap<>();
        List<UsageRecord> usage = new ArrayList<>();
        for (Event event : events) {
            if (SymbolLedger.concerns(event)) {
                SymbolLedger.apply(
                        event,
                        accepted.booked(event),
                        LedgerSettings.of(session.rules().correctableMs()),
                        pieces.computeIfAbsent(event.symbol(), none -> new HeapPieces()),
                        new UsageInto(usage));
            }
        }
        try (PreparedStatement statement = owner.prepareStatement(outbox.query())) {
            for (UsageRecord record : usage) {
                outbox.statement(statement, record);
                statement.executeUpdate();
            }
        }
    }

    private record UsageInto(List<UsageRecord> usage) implements LedgerSink {
        @Override
        public void transaction(Transaction transaction) {
            // This test is of what stands beside the ledger.
        }

        @Override
        public void usage(UsageRecord record) {
            usage.add(record);
        }
    }

    @Test
    void readModelsOfTheEventsAreCleanWithCorrectionsAmongThem() throws Exception {
        assertThat(reconcile(rows).violations()).extracting(Violation::text).isEmpty();
        Set<ExecType> told = events.stream()
                .filter(event -> event.body() instanceof ExecutionReport)
                .map(event -> ((ExecutionReport) event.body()).execType())
                .collect(Collectors.toSet());
        assertThat(told).contains(ExecType.TRADE_CANCEL, ExecType.TRADE_CORRECT, ExecType.REJECTED);
    }

    @Test
    void rowsThatAreMissingAreNamed() throws Exception {
        List<Row> without = new ArrayList<>(rows);
        List<Row> removed = new ArrayList<>();
        for (Table table : Table.values()) {
            removed.add(of(table).get(SOMEWHERE));
        }
        without.removeAll(removed);
        assertNamed(without, removed, "is missing");
    }

    @Test
    void rowsOfNothingAreNamed() throws Exception {
        List<Row> more = new ArrayList<>(rows);
        List<Row> added = new ArrayList<>();
        for (Table table : Table.values()) {
            Row row = of(table).get(SOMEWHERE);
            added.add(new Row(table, row.symbol(), row.key() + "-9", row.text()));
        }
        more.addAll(added);
        assertNamed(more, added, "follows from nothing");
    }

    /** In each row another value, twice, so that all are wrong somewhere. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void valuesThatAreWrongAreNamed(int from) throws Exception {
        List<Row> wrong = new ArrayList<>();
        List<Row> found = new ArrayList<>();
        for (Table table : Table.values()) {
            int n = from;
            for (Row row : of(table)) {
                String[] values = VALUE.split(row.text());
                values[n % values.length] += "1";
                Row other = new Row(table, row.symbol(), row.key(), String.join(" ", values));
                boolean isToBeWrong = n++ < from + ROWS_OF_A_TABLE;
                found.add(isToBeWrong ? other : row);
                if (isToBeWrong) {
                    wrong.add(other);
                }
            }
        }
        assertNamed(found, wrong, " there");
    }

    @Test
    void symbolBehindAGapIsNotComparedAndCounted() throws Exception {
        Event lost = events.get(events.size() / 2);
        EventCodec codec = new EventCodec();
        List<ArrivedRecord> gap = new ArrayList<>();
        for (ArrivedRecord record : session.events()) {
            if (!codec.decode(record.data()).equals(lost)) {
                gap.add(record);
            }
        }
        DamagedLake lake = DamagedLake.copyOf(session.lake(), directory.resolve("damaged"));
        lake.rewrite(
                LakeTable.of(lost.body().type()).tableName(),
                "SELECT * FROM rows WHERE symbol <> '" + lost.symbol() + "' OR seq <> " + lost.seq());
        Verdict verdict = reconcile(gap, lake.root(), rows);
        assertThat(verdict.skippedSymbols()).isEqualTo(1);
        assertThat(verdict.count(Invariant.NO_GAP)).isPositive();
        assertThat(verdict.count(Invariant.READ_MODELS_FOLLOW)).isZero();
    }

    private static List<Row> of(Table table) {
        List<Row> found = rows.stream().filter(row -> row.table() == table).toList();
        assertThat(found).hasSizeGreaterThan(SOMEWHERE);
        return found;
    }

    private void assertNamed(List<Row> found, List<Row> wrong, String detail) throws Exception {
        assertThat(reconcile(found).violations())
                .allSatisfy(violation -> assertThat(violation.detail()).endsWith(detail))
                .extracting(violation -> violation.invariant() + " " + violation.place())
                .containsExactlyInAnyOrderElementsOf(wrong.stream()
                        .map(row -> (row.table() == Table.USAGE
                                        ? Invariant.OUTBOX_HOLDS_THE_USAGE
                                        : Invariant.READ_MODELS_FOLLOW)
                                + " " + row.table().name().toLowerCase(Locale.ROOT) + " " + row.key())
                        .toList());
    }

    /** A database of read models and an outbox alone. */
    private record GivenRows(List<Row> rows) implements Evidence.Database {
        @Override
        public void transfers(LedgerReader.TransferVisitor visitor) {
            // It has no books.
        }

        @Override
        public void rows(ViewReader.RowVisitor visitor) throws Exception {
            for (Row row : rows) {
                visitor.row(row);
            }
        }
    }

    private Verdict reconcile(List<Row> found) throws Exception {
        return reconcile(session.events(), session.lake(), found);
    }

    private Verdict reconcile(List<ArrivedRecord> published, Path lake, List<Row> found) throws Exception {
        Evidence.Books books = new Evidence.Books(
                LedgerSettings.of(session.rules().correctableMs()),
                new GivenRows(found),
                new TreeMap<>(Map.of(
                        Invariant.BOOKS_FOLLOW_THE_EVENTS, "no books", Invariant.DATABASE_IS_THE_LAKE, "no books")));
        return Reconciliation.of(
                new GivenEvidence(session.commands(), published, lake, books),
                session.rules(),
                directory.resolve("scratch"));
    }
}
