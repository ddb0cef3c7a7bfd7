package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.EventType;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.TopOfBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowGroupsTest {
    private static final int BYTES = 16 * 1024 * 1024;

    @TempDir
    Path root;

    @Test
    void rowsOfARowGroupAreSortedBySymbolAndSeq() throws IOException {
        write(new LakeSettings(BYTES, 4, 1_000), row("B", 2), row("A", 9), row("B", 1), row("A", 10), row("A", 3));

        assertThat(answer("SELECT string_agg(symbol || seq, ' ' ORDER BY file_row_number) FROM read_parquet('" + root
                        + "/top_of_book/*/*.parquet', file_row_number = true)"))
                .containsExactly("A9 A10 B1 B2 A3");
        assertThat(metadata("row_group_num_rows")).containsExactly("4", "1");
    }

    @Test
    void rowGroupEndsAtItsBytes() throws IOException {
        int perGroup = 64 * 1024 / (LakeTable.TOP_OF_BOOK.columns().size() * Long.BYTES);
        write(
                new LakeSettings(64 * 1024, 65_536, 65_536),
                IntStream.range(0, 2 * perGroup).mapToObj(seq -> row("A", seq)).toArray(LakeRow[]::new));

        assertThat(metadata("row_group_num_rows"))
                .hasSizeGreaterThan(1)
                .allSatisfy(rows -> assertThat(Integer.parseInt(rows)).isLessThanOrEqualTo(perGroup));
    }

    @Test
    void fileThatHoldsMostMakesRoomForTheOthers() throws IOException {
        HeldRows held = new HeldRows(5);
        TableWriter many = writer("many", held);
        TableWriter few = writer("few", held);
        few.addElement(row("A", 1));
        for (int seq = 1; seq <= 3; seq++) {
            many.addElement(row("B", seq));
        }
        few.addElement(row("A", 2));

        assertThat(many.held()).isZero();
        assertThat(few.held()).isEqualTo(2);
    }

    @Test
    void rowsAreCopies() throws IOException {
        byte[] reused = {'a'};
        LakeRow first = command(reused);
        TableWriter writer = writer("reused", new HeldRows(10));
        writer.addElement(first);
        reused[0] = 'b';
        writer.addElement(command(reused));
        writer.finish();

        assertThat(answer("SELECT string_agg(CAST(data AS VARCHAR), ' ') FROM '" + root + "/reused.parquet'"))
                .containsExactly("a b");
    }

    @Test
    void columnsHaveStatisticsAndIdsOfOrdersBloomFilters() throws IOException {
        write(LakeSettings.DEFAULT, TestLake.row(Specimens.full(EventType.EXECUTION_REPORT), "A", 1));

        assertThat(metadataOf("execution_report", "path_in_schema", "stats_min_value IS NULL"))
                .isEmpty();
        assertThat(metadataOf("execution_report", "path_in_schema", "bloom_filter_offset IS NOT NULL"))
                .containsExactlyInAnyOrder("clOrdId", "orderId");
        assertThat(metadataOf("execution_report", "path_in_schema", "type = 'INT96'"))
                .isEmpty();
    }

    @Test
    void rowThatIsRefusedLeavesTheOthersAsTheyWere() throws IOException {
        TableWriter writer = writer("refused", new HeldRows(10));
        writer.addElement(row("A", 1));
        assertThatThrownBy(() -> writer.addElement(new LakeRow.OfCommand(Specimens.logEntry(), 0)))
                .hasMessage("a row of command came to a file of top_of_book");
        writer.addElement(row("A", 2));
        writer.finish();

        assertThat(answer("SELECT string_agg(symbol || seq, ' ') FROM '" + root + "/refused.parquet'"))
                .containsExactly("A1 A2");
    }

    private void write(LakeSettings settings, LakeRow... rows) throws IOException {
        TableAndDay place = new TableAndDay();
        TableWriter writer = writer(place.of(rows[0]) + "/part-0", settings, new HeldRows(settings.rowsHeld()));
        for (LakeRow row : rows) {
            writer.addElement(row);
        }
        writer.finish();
    }

    private TableWriter writer(String name, HeldRows held) throws IOException {
        return writer(name, LakeSettings.DEFAULT, held);
    }

    private TableWriter writer(String name, LakeSettings settings, HeldRows held) throws IOException {
        FSDataOutputStream stream = LocalFileSystem.getSharedInstance()
                .create(
                        new org.apache.flink.core.fs.Path(
                                root.resolve(name + ".parquet").toUri()),
                        WriteMode.NO_OVERWRITE);
        return new TableWriter(stream, settings, held);
    }

    private static LakeRow row(String symbol, long seq) {
        return TestLake.row(new TopOfBook(1, 2, 3, 4), symbol, seq);
    }

    private static LakeRow command(byte[] data) {
        return new LakeRow.OfCommand(new LogEntry(1, Specimens.cause(), "A", "A", data), Specimens.TIME);
    }

    private List<String> metadata(String column) {
        return answer("SELECT any_value(" + column + ") FROM parquet_metadata('" + root
                + "/top_of_book/*/*.parquet') GROUP BY row_group_id ORDER BY row_group_id");
    }

    private List<String> metadataOf(String table, String column, String condition) {
        return answer("SELECT " + column + " FROM parquet_metadata('" + root + "/" + table + "/*/*.parquet') WHERE "
                + condition);
    }

    private List<String> answer(String sql) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            Answer answer = lake.ask(sql);
            List<String> first = new ArrayList<>();
            while (answer.next()) {
                first.add(String.valueOf(answer.text(0)));
            }
            return first;
        }
    }
}
