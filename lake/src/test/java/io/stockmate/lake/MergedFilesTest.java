package io.stockmate.lake;

import static io.stockmate.lake.MergedLake.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines note the sizes of all files in a folder and read by them later: a file has one size from the first look on. */
class MergedFilesTest {
    private static final int ROW_GROUPS = 4;
    private static final long FILE_BYTES = 24_000;

    @TempDir
    Path folder;

    private MergedFiles merged;

    @BeforeEach
    void begin() throws IOException {
        DayFolder day = new DayFolder(new org.apache.flink.core.fs.Path(folder.toUri()));
        merged = new MergedFiles(LakeTable.TOP_OF_BOOK, day, place -> "merged-1-" + place + ".parquet", FILE_BYTES);
    }

    @Test
    void aFileIsSeenOnceItIsWhole() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        for (int number = 0; number < ROW_GROUPS * LakeSettings.DEFAULT.rowGroupRows(); number++) {
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
