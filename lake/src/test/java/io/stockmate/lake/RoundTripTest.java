package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.ResultSpecimens;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes into a file comes out of a query. */
class RoundTripTest {
    private static final long LARGEST = 999_999_999_999_999_999L;

    @TempDir
    Path root;

    static Stream<EventBody> specimens() {
        return Specimens.eventBodies().stream();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void everyEventKeepsEveryField(EventBody body) {
        assertKept(new LakeRow.OfEvent(Specimens.event(body)));
    }

    @Test
    void logEntryKeepsEveryField() {
        assertKept(new LakeRow.OfCommand(Specimens.logEntry(), Specimens.TIME));
    }

    @Test
    void deadLetterKeepsEveryField() {
        assertKept(new LakeRow.OfDeadLetter(Specimens.deadLetter()));
    }

    @Test
    void whatTheDemandJobWritesKeepsEveryField() {
        assertKept(new LakeRow.OfDemand(ResultSpecimens.fullDay()));
        assertKept(new LakeRow.OfForecast(ResultSpecimens.fullForecast()));
        assertKept(new LakeRow.OfScore(ResultSpecimens.fullScore()));
        assertKept(new LakeRow.OfSuggestion(ResultSpecimens.fullSuggestion()));
    }

    @Test
    void dayOfWhichLittleIsKnownKeepsWhatItHas() {
        assertKept(new LakeRow.OfDemand(ResultSpecimens.bareDay()));
    }

    @Test
    void whatTheAccountingJobWritesKeepsEveryField() {
        assertKept(new LakeRow.OfTransfer(ResultSpecimens.fullTransfer()));
        assertKept(new LakeRow.OfUsage(ResultSpecimens.usage()));
    }

    @Test
    void alertsKeepEveryField() {
        assertKept(new LakeRow.OfAlert(ResultSpecimens.fullAlert()));
        assertKept(new LakeRow.OfAdvice(
                AlertAdvice.to(ResultSpecimens.fullAlert(), "host/path", "Count it again.\nPlease.")));
    }

    @Test
    void largestAmountsAreExact() {
        assertKept(TestLake.row(new TopOfBook(LARGEST, Long.MAX_VALUE, -LARGEST, -Long.MAX_VALUE), "S", 1));
        assertThat(texts("SELECT bidPx, askPx FROM top_of_book"))
                .containsExactly("99999999999999.9999", "-99999999999999.9999");
    }

    @Test
    void smallestAmountsAreExact() {
        assertKept(TestLake.row(new TradeCorrected("S-T-1", "b", "s", 1, 0, -1, 0, "bust"), "S", 1));
        assertThat(texts("SELECT oldPrice, newPrice FROM trade_corrected")).containsExactly("0.0001", "-0.0001");
    }

    @Test
    void negativeStockIsKept() {
        assertKept(TestLake.row(new StockLevel("a", -5, 3, -8, 0, StockReason.COUNT, -5, null, Absent.NUMBER), "S", 1));
    }

    @Test
    void absentIsNull() {
        assertKept(TestLake.row(new TopOfBook(Absent.NUMBER, Absent.NUMBER, Absent.NUMBER, Absent.NUMBER), "S", 1));
        assertThat(texts("SELECT bidPx, askQty FROM top_of_book")).containsExactly(null, null);
    }

    @Test
    void textOfAnyScriptIsKept() {
        assertKept(TestLake.row(new Accepted("", "Téléphone 手机 📱 'quoted' \"twice\"\n\t\u0000\u0007 end"), "S", 1));
    }

    @Test
    void longDocumentIsKept() {
        assertKept(TestLake.row(new Accepted("Tick", "x".repeat(65_536)), "S", 1));
    }

    @Test
    void halfASurrogatePairBecomesAQuestionMark() {
        new TestLake(root).put(TestLake.row(new Accepted("Tick", "a\ud83db"), "S", 1));
        assertThat(texts("SELECT body FROM accepted")).containsExactly("a?b");
    }

    @Test
    void everyByteIsKept() {
        byte[] bytes = new byte[256];
        IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) i);
        assertKept(new LakeRow.OfCommand(new LogEntry(0, Specimens.cause(), "S", "S", bytes), 0));
    }

    @Test
    void noBytesAreNotNull() {
        Cause cause = new Cause("", "0", 0, 0);
        assertKept(new LakeRow.OfDeadLetter(
                new DeadLetter(cause, "", DeadLetterReason.UNKNOWN_TYPE, "", 0, "", new byte[0])));
    }

    @Test
    void wholeHashIsKept() {
        assertKept(new LakeRow.OfEvent(Specimens.event(new Accepted("Tick", "{}"))));
        assertThat(texts("SELECT chain FROM accepted")).containsExactly(Long.toString(0xFEDC_BA98_7654_3210L));
    }

    @Test
    void timesAreUtcToTheMillisecond() {
        Trade trade = new Trade("S-T-1", 1, 1, "S-1", "S-2", "b", "s", Side.BUY, "EUR", -1);
        new TestLake(root).put(TestLake.row(trade, "S", 1, 1_772_634_600_123L));
        assertThat(texts("SELECT ts, dueAt, dt FROM trade"))
                .containsExactly("2026-03-04 14:30:00.123", "1969-12-31 23:59:59.999", "2026-03-04");
    }

    @Test
    void rowsOfManyRowGroupsAreKept() {
        int rows = LakeSettings.DEFAULT.rowGroupRows() * 2 + 1;
        new TestLake(root)
                .put(IntStream.range(0, rows)
                        .mapToObj(i -> TestLake.row(new TopOfBook(i, i, i, i), "S", i))
                        .toArray(LakeRow[]::new));
        assertThat(texts("SELECT count(*), count(DISTINCT seq), max(bidQty) FROM top_of_book"))
                .containsExactly(rows + "", rows + "", rows - 1 + "");
        assertThat(texts("SELECT count(DISTINCT row_group_id) FROM parquet_metadata('" + root
                        + "/top_of_book/dt=2026-03-04/part-0.parquet')"))
                .containsExactly("3");
    }

    @Test
    void requiredFieldThatIsAbsentIsRefused() {
        TradeCorrected broken = new TradeCorrected("S-T-1", "b", "s", Absent.NUMBER, 1, 1, 1, "bust");
        assertThatThrownBy(() -> new TestLake(root).put(TestLake.row(broken, "S", 1)))
                .hasMessage("trade_corrected.oldPrice is absent and may not be");
    }

    private void assertKept(LakeRow row) {
        new TestLake(root).put(row);
        try (LakeQueries lake = LakeQueries.open(root)) {
            List<List<@Nullable Object>> rows =
                    lake.ask("SELECT * FROM " + row.table().tableName()).rows();
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0)).usingRecursiveComparison().isEqualTo(RowValues.of(row));
        }
    }

    private List<@Nullable String> texts(String sql) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            Answer answer = lake.ask(sql);
            assertThat(answer.next()).isTrue();
            return IntStream.range(0, answer.columns().size())
                    .mapToObj(answer::text)
                    .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        }
    }
}
