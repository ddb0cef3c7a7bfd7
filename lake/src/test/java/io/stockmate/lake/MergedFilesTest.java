package io.stockmate.lake;

import static io.stockmate.lake.MergedLake.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedFilesTest {
    private static final int ROW_GROUPS = 4;
    private static final int ROW_GROUP_ROWS = 20_000;
    private static final int ROWS = ROW_GROUPS * ROW_GROUP_ROWS;
    private static final MergeSettings SETTINGS =
            MergeSettings.DEFAULT.withRowGroupRows(ROW_GROUP_ROWS).withFileBytes(24_000);

    @TempDir
    Path folder;

    private MergedFiles merged;

    @BeforeEach
    void begin() throws IOException {
        merged = begin(LakeTable.TOP_OF_BOOK, SETTINGS);
    }

    private MergedFiles begin(LakeTable table, MergeSettings settings) throws IOException {
        DayFolder day = new DayFolder(new org.apache.flink.core.fs.Path(folder.toUri()));
        return new MergedFiles(table, day, place -> "merged-1-" + place + ".parquet", settings, ROWS);
    }

    /** Engines note the sizes of all files in a folder and read by them later. */
    @Test
    void aFileIsSeenOnceItIsWhole() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        for (int number = 0; number < ROWS; number++) {
            merged.add(MergedLake.row(number, MIDNIGHT));
            if (number % 10_000 == 0) {
                note(sizes);
            }
        }
        List<String> names = merged.end();
        note(sizes);
        assertThat(names).hasSizeLessThan(ROW_GROUPS);
        assertThat(sizes.keySet()).containsExactlyElementsOf(names);
    }

    @Test
    void aRowGroupEndsBehindItsRowsAndTakesThemAsTheyCome() throws IOException {
        for (int number = ROWS; number > 0; number--) {
            merged.add(MergedLake.row(number, MIDNIGHT));
        }
        merged.end();

        assertThat(column("SELECT DISTINCT row_group_num_rows FROM parquet_metadata('" + folder + "/*.parquet')"))
                .containsExactly(Integer.toString(ROW_GROUP_ROWS));
        assertThat(column("SELECT seq FROM '" + folder + "/merged-1-0.parquet' LIMIT 3"))
                .containsExactly("80000", "79999", "79998");
    }

    @Test
    void aRowGroupEndsAtItsBytes() throws IOException {
        merged = begin(LakeTable.TOP_OF_BOOK, MergeSettings.DEFAULT.withRowGroupBytes(1));
        for (int number = 0; number < ROWS; number++) {
            merged.add(MergedLake.row(number, MIDNIGHT));
        }
        merged.end();

        assertThat(column("SELECT DISTINCT row_group_num_rows FROM parquet_metadata('" + folder
                        + "/*.parquet') ORDER BY row_group_num_rows DESC"))
                .containsExactly("4096", Integer.toString(ROWS % 4_096));
    }

    @Test
    void onlyIdsThatProducersChooseHaveBloomFilters() throws IOException {
        merged = begin(LakeTable.EXECUTION_REPORT, SETTINGS);
        merged.add(TestRows.bought("A", 1, "account", "cart"));
        merged.end();

        assertThat(column("SELECT path_in_schema FROM parquet_metadata('" + folder
                        + "/*.parquet') WHERE bloom_filter_offset IS NOT NULL"))
                .containsExactly("clOrdId");
    }

    @Test
    void pagesAreShortAndTellWhatTheyHold() throws IOException {
        for (int number = 0; number < ROWS; number++) {
            merged.add(MergedLake.row(number, MIDNIGHT));
        }
        byte[] file = Files.readAllBytes(folder.resolve(merged.end().get(0)));

        int footerAt = file.length - 8;
        int footer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(footerAt);
        ColumnChunk seqs = Util.readFileMetaData(part(file, footerAt - footer, footer))
                .getRow_groups()
                .get(0)
                .getColumns()
                .get(1);
        List<Long> firstRows = Util.readOffsetIndex(
                        part(file, seqs.getOffset_index_offset(), seqs.getOffset_index_length()))
                .getPage_locations()
                .stream()
                .map(PageLocation::getFirst_row_index)
                .toList();
        assertThat(firstRows).containsExactly(0L, 4_096L, 8_192L, 12_288L, 16_384L);
        assertThat(Util.readColumnIndex(part(file, seqs.getColumn_index_offset(), seqs.getColumn_index_length()))
                        .getMin_values())
                .extracting(value -> value.order(ByteOrder.LITTLE_ENDIAN).getLong())
                .isEqualTo(firstRows);
    }

    private static InputStream part(byte[] file, long from, int length) {
        return new ByteArrayInputStream(file, (int) from, length);
    }

    private List<String> column(String sql) {
        try (LakeQueries lake = LakeQueries.open(folder);
                Answer answer = lake.ask(sql)) {
            List<String> column = new ArrayList<>();
            while (answer.next()) {
                column.add(String.valueOf(answer.text(0)));
            }
            return column;
        }
    }

    private void note(Map<String, Long> sizes) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "[!.]*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                long size = Files.size(file);
                assertThat(sizes.merge(name, size, (before, now) -> before))
                        .as(name)
                        .isEqualTo(size);
            }
        }
    }
}
