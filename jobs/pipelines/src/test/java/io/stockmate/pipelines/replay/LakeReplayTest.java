package io.stockmate.pipelines.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.StockLevel;
import io.stockmate.lake.LakeDifference;
import io.stockmate.lake.LakeMerge;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LogSelection;
import io.stockmate.lake.MergeReport;
import io.stockmate.lake.MergeSettings;
import io.stockmate.pipelines.matching.RecordedSession;
import io.stockmate.pipelines.matching.RecordedSessions;
import io.stockmate.pipelines.reconcile.DamagedLake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The log alone gives the tables again, and tells where they were something else. */
@ExtendWith(RecordedSessions.class)
class LakeReplayTest {
    private static final int SOMEWHERE = 7;
    private static final long END_OF_TIME = Long.MAX_VALUE;

    @TempDir
    Path directory;

    private static RecordedSession session;

    @BeforeAll
    static void runOnce(RecordedSessions sessions) throws Exception {
        session = sessions.of(7);
    }

    @Test
    void tablesAreThoseOfTheJobRowByRow() throws Exception {
        ReplayReport report = replay(session.lake(), LogSelection.ALL);

        assertThat(report.problems()).isEmpty();
        assertThat(report.firstDifference()).isEmpty();
        assertThat(report.violations()).isZero();
        assertThat(report.commands()).isEqualTo(session.commands().size() - 3);
        for (LakeTable table : LakeTable.values()) {
            if (table != LakeTable.DEAD_LETTER) {
                assertThat(LakeDifference.between(
                                session.lake(), directory.resolve("to/lake"), table, LogSelection.ALL))
                        .isEmpty();
            }
        }
    }

    @Test
    void eventsAreThosePublishedWithTheirCauses() throws Exception {
        replay(session.lake(), LogSelection.ALL);

        EventCodec codec = new EventCodec();
        List<Event> published = session.events().stream()
                .map(record -> codec.decode(record.data()))
                .distinct()
                .toList();
        List<Event> rebuilt = Files.readAllLines(directory.resolve("to").resolve(LakeReplay.EVENTS_FILE)).stream()
                .map(line -> codec.decode(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(rebuilt)
                .containsExactlyInAnyOrderElementsOf(published)
                .filteredOn(event -> event.symbol().equals("SKU-2"))
                .isSortedAccordingTo(Comparator.comparingLong(Event::seq));
    }

    @Test
    void mergedDaysAreThoseOfTheLogAsWell() throws Exception {
        Path lake =
                DamagedLake.copyOf(session.lake(), directory.resolve("lake")).root();

        MergeReport merged = LakeMerge.of(lake, MergeSettings.DEFAULT).closedDays(END_OF_TIME, 0);

        assertThat(merged.problems()).isEmpty();
        assertThat(merged.days()).isGreaterThan(5);
        assertThat(merged.files()).isGreaterThan(merged.into());
        ReplayReport report = replay(lake, LogSelection.ALL);
        assertThat(report.problems()).isEmpty();
        assertThat(report.violations()).isZero();
        assertThat(report.commands()).isEqualTo(session.commands().size() - 3);
    }

    @Test
    void oneSymbolUpToATimeAgreesWithThatPartOfTheLake() throws Exception {
        long middle =
                session.commands().get(session.commands().size() / 2).cause().arrivedAt();

        ReplayReport report = replay(session.lake(), new LogSelection("SKU-2", middle));

        long expected = session.commands().stream()
                .filter(record ->
                        record.partitionKey().equals("SKU-2") && record.cause().arrivedAt() <= middle)
                .count();
        assertThat(report.violations()).isZero();
        assertThat(report.symbols()).singleElement().satisfies(symbol -> {
            assertThat(symbol.symbol()).isEqualTo("SKU-2");
            assertThat(symbol.commands()).isEqualTo(expected);
            assertThat(symbol.events()).isGreaterThan(expected);
        });
    }

    @Test
    void firstDifferingEventIsShownAsItIsAndAsItShouldBe() throws Exception {
        DamagedLake lake = DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
        DamagedLake.Key row = lake.rows("stock_level", "seq", SOMEWHERE).get(0);
        lake.rewrite(
                "stock_level",
                "SELECT * REPLACE (CASE WHEN symbol = '" + row.symbol() + "' AND seq >= " + row.seq()
                        + " THEN onHand + 1 ELSE onHand END AS onHand) FROM rows");

        ReplayReport report = replay(lake.root(), LogSelection.ALL);

        assertThat(report.problems()).isEmpty();
        assertThat(report.violations()).isGreaterThan(1);
        FirstDifference first = report.firstDifference().orElseThrow();
        assertThat(first.symbol()).isEqualTo(row.symbol());
        assertThat(first.seq()).isEqualTo(row.seq());
        StockLevel inLake = (StockLevel) first.inLake().get(0).body();
        StockLevel rebuilt = (StockLevel) first.rebuilt().get(0).body();
        assertThat(inLake.onHand()).isEqualTo(rebuilt.onHand() + 1);
        assertThat(first.rebuilt().get(0).body().type()).isEqualTo(EventType.STOCK_LEVEL);
    }

    @Test
    void logEntryThatIsNoCommandIsNamed() throws Exception {
        DamagedLake lake = DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
        DamagedLake.Key row = lake.rows("command", "commandSeq", SOMEWHERE).get(0);
        lake.rewrite(
                "command",
                "SELECT * REPLACE (CASE WHEN symbol = '" + row.symbol() + "' AND commandSeq = " + row.seq()
                        + " THEN 'nonsense'::BLOB ELSE data END AS data) FROM rows");

        ReplayReport report = replay(lake.root(), LogSelection.ALL);

        assertThat(report.problems().get(0)).startsWith(row.symbol() + " commandSeq " + row.seq() + ": MALFORMED");
        assertThat(report.firstDifference().orElseThrow().symbol()).isEqualTo(row.symbol());
    }

    private ReplayReport replay(Path lake, LogSelection selection) throws Exception {
        Path to = directory.resolve("to");
        return LakeReplay.run(lake, to.resolve("lake"), to, session.rules(), selection);
    }
}
