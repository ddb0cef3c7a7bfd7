package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardLogTest {
    /** More than the newest that are kept in memory, and no multiple of the index's stride. */
    private static final int RECORDS = 10_007;

    @TempDir
    Path directory;

    private ShardLog log;

    @BeforeEach
    void fill() throws IOException {
        log = open();
        for (int i = 0; i < RECORDS; i++) {
            log.append(List.of(new NewRecord("K" + i, Integer.toString(i).getBytes(StandardCharsets.UTF_8))), time(i));
        }
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    private ShardLog open() throws IOException {
        return new ShardLog(directory.resolve("shard.log"), false);
    }

    /** Ten records at a time arrive in the same millisecond. */
    private static long time(int position) {
        return 1000L + position / 10 * 10L;
    }

    @Test
    void everyPositionIsReadFromMemoryOrFile() throws IOException {
        readEveryPosition();
        log.close();
        log = open();
        readEveryPosition();
    }

    private void readEveryPosition() throws IOException {
        assertThat(log.size()).isEqualTo(RECORDS);
        for (int position = 0; position < RECORDS; position += 7) {
            List<StoredRecord> records = log.read(position, 3, Long.MAX_VALUE);
            assertThat(records).hasSize(Math.min(3, RECORDS - position));
            for (int i = 0; i < records.size(); i++) {
                StoredRecord record = records.get(i);
                assertThat(record.position()).isEqualTo(position + i);
                assertThat(record.partitionKey()).isEqualTo("K" + (position + i));
                assertThat(record.data()).asString().isEqualTo(Integer.toString(position + i));
                assertThat(record.arrivedAt()).isEqualTo(time(position + i));
            }
        }
        assertThat(log.read(RECORDS, 10, Long.MAX_VALUE)).isEmpty();
        assertThat(log.read(RECORDS + 10, 10, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void timeFindsTheFirstRecordThatArrivedThenOrLater() throws IOException {
        for (int position = 0; position < RECORDS; position += 10) {
            assertThat(log.positionAt(time(position))).isEqualTo(position);
            assertThat(log.positionAt(time(position) - 9)).isEqualTo(position);
        }
        assertThat(log.positionAt(0)).isZero();
        assertThat(log.positionAt(time(RECORDS) + 1)).isEqualTo(RECORDS);
    }

    @Test
    void bytesLimitStopsAReadButNotBeforeItsFirstRecord() throws IOException {
        for (int position : new int[] {100, RECORDS - 100}) {
            int bytesOfOne = 2 * Integer.toString(position).length() + 1;
            assertThat(log.read(position, 100, 3L * bytesOfOne)).hasSize(3);
            assertThat(log.read(position, 100, 3L * bytesOfOne - 1)).hasSize(2);
            assertThat(log.read(position, 100, 0)).hasSize(1);
        }
    }
}
