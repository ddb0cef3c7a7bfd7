package io.stockmate.lake;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.Specimens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** A lake made by hand: rows put into files without a job. */
final class TestLake {
    private final Path root;
    private int files;

    TestLake(Path root) {
        this.root = root;
    }

    /** Puts the rows of each table and day into a file of their own. */
    TestLake put(LakeRow... rows) {
        Map<String, List<LakeRow>> byBucket = List.of(rows).stream().collect(Collectors.groupingBy(TestLake::bucketOf));
        byBucket.forEach(this::write);
        return this;
    }

    static String bucketOf(LakeRow row) {
        return row.table().tableName() + "/dt=" + RowValues.day(row.ts());
    }

    private void write(String bucket, List<LakeRow> rows) {
        Path file = root.resolve(bucket).resolve("part-" + files++ + ".parquet");
        try (FSDataOutputStream stream = LocalFileSystem.getSharedInstance()
                .create(new org.apache.flink.core.fs.Path(file.toUri()), WriteMode.NO_OVERWRITE)) {
            TableWriter writer = new TableWriter(stream, LakeSettings.DEFAULT, new HeldRows(Integer.MAX_VALUE));
            for (LakeRow row : rows) {
                writer.addElement(row);
            }
            writer.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static LakeRow row(EventBody body, String symbol, long seq) {
        return row(body, symbol, seq, Specimens.TIME);
    }

    static LakeRow row(EventBody body, String symbol, long seq, long ts) {
        EventHeader header = new EventHeader(symbol, seq, seq, symbol + "-" + seq, ts);
        Cause cause = Specimens.cause();
        return new LakeRow.OfEvent(new Event(header, 31 * seq, cause, body));
    }
}
