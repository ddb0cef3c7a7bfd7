package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.jdbc.LedgerReader;
import io.stockmate.connectors.kinesis.ArrivedRecordType;
import io.stockmate.connectors.projection.ViewReader;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.accounting.AccountingSinks;
import io.stockmate.pipelines.accounting.AccountingTopology;
import io.stockmate.pipelines.events.EventHistory;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.matching.RecordedSession;
import io.stockmate.pipelines.matching.RecordedSessions;
import io.stockmate.pipelines.runtime.CollectingSink;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One wrong row of the books is found and named, and nothing else is. */
@ExtendWith(RecordedSessions.class)
class BooksReconciliationTest {
    private static final int SOMEWHERE = 7;
    private static final @Nullable List<Transfer> NONE = null;

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static RecordedSession session;
    private static LedgerSettings settings;
    private static List<Transfer> posted;

    @BeforeAll
    static void runOnce(RecordedSessions sessions) throws Exception {
        RecordedSession recorded = sessions.of(7, 11_000);
        Path copy = DamagedLake.copyOf(recorded.lake(), shared.resolve("lake")).root();
        session = new RecordedSession(recorded.commands(), recorded.events(), copy, recorded.rules());
        settings = LedgerSettings.of(session.rules().correctableMs());
        Configuration configuration = new Configuration();
        configuration.setString(
                "execution.checkpointing.dir",
                shared.resolve("checkpoints").toUri().toString());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        JobSetup.apply(JobSettings.of(PropertyGroup.of("flink", Map.of())), environment);
        environment.setParallelism(1);
        AccountingTopology.build(
                OrderedEvents.of(
                        environment
                                .fromData(session.events(), new ArrivedRecordType())
                                .uid("records"),
                        session.rules(),
                        EarlyLimits.DEFAULT,
                        EventHistory.NONE),
                settings,
                new AccountingSinks(
                        LakeSink.create(
                                new org.apache.flink.core.fs.Path(session.lake().toUri())),
                        new CollectingSink<AccountingRecord>(shared + " accounting"),
                        null,
                        null,
                        List.of()));
        environment.execute();
        posted = new ArrayList<>();
        try (LakeReader lake =
                LakeReader.open(session.lake(), row -> assertThat(row).isNull())) {
            lake.transfers(posted::add);
        }
    }

    @Test
    void soundBooksAreClean() throws Exception {
        Verdict verdict = reconcile(session.lake(), posted);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.notCompared())
                .containsOnlyKeys(Invariant.OUTBOX_HOLDS_THE_USAGE, Invariant.READ_MODELS_FOLLOW);
        assertThat(verdict.accounts().transfers()).isEqualTo(posted.size()).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer", "usage"})
    void rowThatIsMissingInTheLakeIsNamed(String table) throws Exception {
        DamagedLake lake = damaged();
        lake.rewrite(table, "SELECT * FROM rows WHERE " + id(table) + " <> " + one(lake, table));
        assertNamed(reconcile(lake.root(), NONE), Invariant.BOOKS_FOLLOW_THE_EVENTS, "is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer", "usage"})
    void rowThatIsTwiceInTheLakeIsNamed(String table) throws Exception {
        DamagedLake lake = damaged();
        lake.rewrite(
                table, "SELECT * FROM rows UNION ALL SELECT * FROM rows WHERE " + id(table) + " = " + one(lake, table));
        assertNamed(reconcile(lake.root(), NONE), Invariant.BOOKS_FOLLOW_THE_EVENTS, "is there 2 times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transfer.amount + 1",
                "transfer.toAccount || 'x'",
                "transfer.fromAccount || 'x'",
                "transfer.unit || 'x'",
                "transfer.ts + INTERVAL 1 MILLISECOND",
                "usage.value + 1",
                "usage.hour + INTERVAL 1 HOUR"
            })
    void valueThatIsWrongInTheLakeIsNamed(String change) throws Exception {
        String table = change.substring(0, change.indexOf('.'));
        String value = change.substring(change.indexOf('.') + 1);
        String column = value.substring(0, value.indexOf(' '));
        DamagedLake lake = damaged();
        lake.rewrite(
                table,
                "SELECT * REPLACE (CASE WHEN " + id(table) + " = " + one(lake, table) + " THEN " + value + " ELSE "
                        + column + " END AS " + column + ") FROM rows");
        assertNamed(reconcile(lake.root(), NONE), Invariant.BOOKS_FOLLOW_THE_EVENTS, column + " ");
    }

    @Test
    void transferOfNoEventIsNamed() throws Exception {
        DamagedLake lake = damaged();
        lake.rewrite(
                "transfer",
                "SELECT * FROM rows UNION ALL SELECT * REPLACE (transferId || '9' AS transferId) FROM rows WHERE "
                        + id("transfer") + " = " + one(lake, "transfer"));
        assertNamed(reconcile(lake.root(), NONE), Invariant.BOOKS_FOLLOW_THE_EVENTS, "follows from nothing");
    }

    @Test
    void booksThatNobodyKeptAreMissingAltogether() throws Exception {
        DamagedLake lake = damaged();
        lake.rewrite("transfer", "SELECT * FROM rows WHERE false");
        assertThat(reconcile(lake.root(), NONE).count(Invariant.BOOKS_FOLLOW_THE_EVENTS))
                .isGreaterThan(100);
    }

    @Test
    void whatCannotBeComparedIsSaidAndNotHeldAgainstTheBooks() throws Exception {
        DamagedLake lake = damaged();
        lake.rewrite("transfer", "SELECT * FROM rows WHERE false");
        Evidence.Books books = new Evidence.Books(
                settings, null, new TreeMap<>(Map.of(Invariant.BOOKS_FOLLOW_THE_EVENTS, "accounting waits")));
        Verdict verdict = reconcile(lake.root(), books);
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.notCompared())
                .containsExactly(
                        entry(Invariant.BOOKS_FOLLOW_THE_EVENTS, "accounting waits"),
                        entry(Invariant.TRADES_ARE_BOOKED, "accounting waits"),
                        entry(Invariant.DATABASE_IS_THE_LAKE, "there is no database"),
                        entry(Invariant.OUTBOX_HOLDS_THE_USAGE, "there is no database"),
                        entry(Invariant.READ_MODELS_FOLLOW, "there is no database"));
    }

    @Test
    void databaseThatDiffersFromTheLakeIsNamed() throws Exception {
        Transfer wrong = posted.get(SOMEWHERE);
        List<Transfer> without = new ArrayList<>(posted);
        without.remove(wrong);
        assertNamed(reconcile(session.lake(), without), Invariant.DATABASE_IS_THE_LAKE, "is missing");

        List<Transfer> twice = new ArrayList<>(posted);
        twice.add(wrong);
        assertNamed(reconcile(session.lake(), twice), Invariant.DATABASE_IS_THE_LAKE, "is there 2 times");

        List<Transfer> other = new ArrayList<>(without);
        other.add(new Transfer(
                wrong.symbol(),
                wrong.seq(),
                wrong.ts(),
                wrong.transactionId(),
                wrong.transferId(),
                wrong.unit(),
                wrong.fromAccount(),
                wrong.toAccount(),
                wrong.amount() + 1,
                wrong.reason(),
                wrong.refId(),
                wrong.reverses(),
                wrong.valueDate()));
        assertNamed(
                reconcile(session.lake(), other),
                Invariant.DATABASE_IS_THE_LAKE,
                "amount " + wrong.amount() + " expected, " + (wrong.amount() + 1) + " there");
    }

    /** A database of books alone. */
    private record GivenTransfers(List<Transfer> transfers) implements Evidence.Database {
        @Override
        public void transfers(LedgerReader.TransferVisitor visitor) throws Exception {
            for (Transfer transfer : transfers) {
                visitor.transfer(transfer);
            }
        }

        @Override
        public void rows(ViewReader.RowVisitor visitor) {
            // It has no read models.
        }
    }

    private static String id(String table) {
        return table.equals("transfer") ? "transferId" : "identifier";
    }

    /** A row's id; the job may have written its rows to several files. */
    private static String one(DamagedLake lake, String table) throws Exception {
        return lake.literal(table, id(table), SOMEWHERE);
    }

    private DamagedLake damaged() throws Exception {
        return DamagedLake.copyOf(session.lake(), directory.resolve("damaged"));
    }

    private Verdict reconcile(Path lake, @Nullable List<Transfer> database) throws Exception {
        Evidence.Database given = database == null ? null : new GivenTransfers(database);
        return reconcile(
                lake,
                new Evidence.Books(
                        settings,
                        given,
                        new TreeMap<>(Map.of(
                                Invariant.OUTBOX_HOLDS_THE_USAGE, "no outbox",
                                Invariant.READ_MODELS_FOLLOW, "no read models"))));
    }

    private Verdict reconcile(Path lake, Evidence.Books books) throws Exception {
        GivenEvidence evidence = new GivenEvidence(session.commands(), session.events(), lake, books);
        return Reconciliation.of(evidence, session.rules(), directory.resolve("scratch"));
    }

    private static void assertNamed(Verdict verdict, Invariant invariant, String detail) {
        assertThat(verdict.violations()).hasSize(1);
        assertThat(verdict.violations().get(0).invariant()).isEqualTo(invariant);
        assertThat(verdict.violations().get(0).detail()).contains(detail);
    }
}
