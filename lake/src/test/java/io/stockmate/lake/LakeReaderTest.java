package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back, in order, and compared row by row. */
class LakeReaderTest {
    private static final int ROWS = 2_000;

    @TempDir
    Path directory;

    private final List<UnreadableRow> unreadable = new ArrayList<>();

    @Test
    void everyRowIsReadAsItWasWritten() throws Exception {
        List<LakeRow> rows =
                LongStream.range(0, ROWS).mapToObj(NumberedRows::row).toList();
        write("lake", rows);
        List<Event> events = new ArrayList<>();
        List<LogEntry> log = new ArrayList<>();
        List<DeadLetter> letters = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        List<LakeRow> demand = new ArrayList<>();
        List<LakeRow> accounting = new ArrayList<>();
        try (LakeReader reader = LakeReader.open(directory.resolve("lake"), unreadable::add)) {
            for (EventType type : EventType.values()) {
                reader.events(type, events::add);
            }
            reader.log(LogSelection.ALL, log::add);
            reader.deadLetters(letters::add);
            reader.alerts(alerts::add);
            reader.demand(day -> demand.add(new LakeRow.OfDemand(day)));
            reader.forecasts(forecast -> demand.add(new LakeRow.OfForecast(forecast)));
            reader.scores(score -> demand.add(new LakeRow.OfScore(score)));
            reader.suggestions(suggestion -> demand.add(new LakeRow.OfSuggestion(suggestion)));
            reader.transfers(transfer -> accounting.add(new LakeRow.OfTransfer(transfer)));
            reader.usage(usage -> accounting.add(new LakeRow.OfUsage(usage)));
        }

        assertThat(unreadable).isEmpty();
        assertThat(events).containsExactlyInAnyOrderElementsOf(withoutCause(rows));
        assertThat(log).containsExactlyInAnyOrderElementsOf(entries(rows));
        assertThat(letters)
                .containsExactlyInAnyOrderElementsOf(rows.stream()
                        .filter(row -> row instanceof LakeRow.OfDeadLetter)
                        .map(row -> ((LakeRow.OfDeadLetter) row).letter())
                        .toList());
        assertThat(demand)
                .containsExactlyInAnyOrderElementsOf(rows.stream()
                        .filter(row -> row instanceof LakeRow.OfDemand
                                || row instanceof LakeRow.OfForecast
                                || row instanceof LakeRow.OfScore
                                || row instanceof LakeRow.OfSuggestion)
                        .toList());
        assertThat(accounting)
                .containsExactlyInAnyOrderElementsOf(rows.stream()
                        .filter(row -> row instanceof LakeRow.OfTransfer || row instanceof LakeRow.OfUsage)
                        .toList());
        assertThat(alerts)
                .containsExactlyInAnyOrderElementsOf(rows.stream()
                        .filter(row -> row instanceof LakeRow.OfAlert)
                        .map(row -> ((LakeRow.OfAlert) row).alert())
                        .toList());
    }

    @Test
    void anAccountsScoresAndSalesAreItsOwn() throws Exception {
        write("lake", List.of(score(1, "ann's"), score(2, "bea"), sale(3, "ann's"), sale(4, "bea")));
        List<Long> found = new ArrayList<>();
        try (LakeReader reader = LakeReader.open(directory.resolve("lake"), unreadable::add)) {
            reader.scores("ann's", score -> found.add(score.seq()));
            reader.sales("ann's", event -> found.add(event.header().seq()));
        }
        assertThat(found).containsExactly(1L, 3L);
        assertThat(unreadable).isEmpty();
    }

    @Test
    void chainsAreFoundByTheirPlacesInWhicheverTable() throws Exception {
        EventBody level = Specimens.full(EventType.STOCK_LEVEL);
        write(
                "lake",
                List.of(
                        TestLake.row(new TopOfBook(1, 2, 3, 4), "A", 1),
                        TestLake.row(level, "A", 2),
                        TestLake.row(level, "it's", 1)));

        try (LakeReader reader = LakeReader.open(directory.resolve("lake"), unreadable::add)) {
            assertThat(reader.chainsAt(Map.of("A", 2L, "it's", 1L, "C", 1L)))
                    .isEqualTo(Map.of("A", 31L * 2, "it's", 31L));
            assertThat(reader.chainsAt(Map.of())).isEmpty();
        }
    }

    private static LakeRow score(long seq, String account) {
        return new LakeRow.OfScore(new ForecastScore(
                "A", 0, seq, account, 0, ForecastModel.ADAPTIVE, 1, 0, 0, 10_000, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static LakeRow sale(long seq, String seller) {
        Trade trade = new Trade("A-1-T-1", 10_000, 1, "A-1", "A-2", "bea", seller, Side.BUY, "EUR", Absent.NUMBER);
        return new LakeRow.OfEvent(
                new Event(new EventHeader("A", seq, seq, "A-" + seq, 0), 0, new Cause("s", "1", 0, 0), trade));
    }

    @Test
    void logComesInTheOrderOfEachSymbol() throws Exception {
        write(
                "lake",
                List.of(
                        entry("B", 2, "100", 30),
                        entry("A", 0, "10", 20),
                        entry("A", 1, "8", 50),
                        entry("A", 0, "9", 10),
                        entry("B", 1, "99", 40)));
        try (LakeReader reader = LakeReader.open(directory.resolve("lake"), unreadable::add)) {
            assertThat(log(reader, LogSelection.ALL)).containsExactly("A 0 9", "A 0 10", "A 1 8", "B 1 99", "B 2 100");
            assertThat(log(reader, new LogSelection("B", Long.MAX_VALUE))).containsExactly("B 1 99", "B 2 100");
        }
    }

    @Test
    void chainIsOneSymbolsUpToACommand() throws Exception {
        write(
                "lake",
                List.of(
                        entry("A", 3, "9", 30),
                        entry("B", 1, "4", 10),
                        entry("A", 0, "5", 10),
                        entry("A", 2, "8", 20),
                        entry("A", 1, "6", 10),
                        entry("A", 2, "8", 20)));
        List<String> chain = new ArrayList<>();
        try (LakeReader reader = LakeReader.open(directory.resolve("lake"), unreadable::add)) {
            reader.chain("A", 2, entry -> chain.add(entry.symbol() + " " + entry.commandSeq()));
        }
        assertThat(chain).containsExactly("A 1", "A 2", "A 2");
    }

    @Test
    void bookTimeNeverGoesBackAtTheEndOfASelection() throws Exception {
        write("lake", List.of(entry("B", 1, "1", 10), entry("B", 2, "2", 30), entry("B", 3, "3", 20)));
        try (LakeReader reader = LakeReader.open(directory.resolve("lake"), unreadable::add)) {
            assertThat(log(reader, new LogSelection(null, 25))).containsExactly("B 1 1");
            assertThat(log(reader, new LogSelection(null, 30))).containsExactly("B 1 1", "B 2 2", "B 3 3");
        }
    }

    @Test
    void equalLakesDoNotDifferHoweverTheyLieInFiles() throws Exception {
        List<LakeRow> rows =
                LongStream.range(0, ROWS).mapToObj(NumberedRows::row).toList();
        write("left", rows);
        List<LakeRow> backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);
        write("right", backwards);
        for (LakeTable table : LakeTable.values()) {
            assertThat(difference(table)).as(table.tableName()).isEmpty();
        }
    }

    @Test
    void everyDifferenceIsNamed() throws Exception {
        LakeRow same = TestLake.row(new TopOfBook(1, 1, 2, 2), "S", 1);
        LakeRow changed = TestLake.row(new TopOfBook(1, 1, 2, 2), "S", 2);
        write("left", List.of(same, changed, TestLake.row(new TopOfBook(1, 1, 2, 2), "S", 3)));
        write("right", List.of(same, same, TestLake.row(new TopOfBook(1, 1, 2, 3), "S", 2)));
        assertThat(difference(LakeTable.TOP_OF_BOOK))
                .containsExactlyInAnyOrder(
                        new LakeDifference.Row(LakeTable.TOP_OF_BOOK, "S", 1, false, 1),
                        new LakeDifference.Row(LakeTable.TOP_OF_BOOK, "S", 2, true, 1),
                        new LakeDifference.Row(LakeTable.TOP_OF_BOOK, "S", 2, false, 1),
                        new LakeDifference.Row(LakeTable.TOP_OF_BOOK, "S", 3, true, 1));
    }

    private List<LakeDifference.Row> difference(LakeTable table) {
        return LakeDifference.between(directory.resolve("left"), directory.resolve("right"), table, LogSelection.ALL);
    }

    private void write(String name, List<LakeRow> rows) throws Exception {
        try (LakeWriter writer = LakeWriter.create(directory.resolve(name))) {
            for (LakeRow row : rows) {
                writer.put(row);
            }
        }
    }

    private static LakeRow entry(String symbol, long commandSeq, String sequenceNumber, long arrivedAt) {
        Cause cause = new Cause("shardId-000000000000", sequenceNumber, 0, arrivedAt);
        return new LakeRow.OfCommand(new LogEntry(commandSeq, cause, symbol, symbol, new byte[] {1}), arrivedAt);
    }

    private static List<String> log(LakeReader reader, LogSelection selection) {
        List<String> lines = new ArrayList<>();
        reader.log(
                selection,
                entry -> lines.add(entry.symbol() + " " + entry.commandSeq() + " "
                        + entry.cause().sequenceNumber()));
        return lines;
    }

    private static List<Event> withoutCause(List<LakeRow> rows) {
        return rows.stream()
                .filter(row -> row instanceof LakeRow.OfEvent)
                .map(row -> ((LakeRow.OfEvent) row).event())
                .map(event -> new Event(event.header(), event.chain(), LakeReader.CAUSE_NOT_KEPT, event.body()))
                .toList();
    }

    private static List<LogEntry> entries(List<LakeRow> rows) {
        return rows.stream()
                .filter(row -> row instanceof LakeRow.OfCommand)
                .map(row -> ((LakeRow.OfCommand) row).entry())
                .toList();
    }
}
