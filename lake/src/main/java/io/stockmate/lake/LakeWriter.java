package io.stockmate.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.local.LocalFileSystem;

/**
 * Writes rows into a lake on this machine without a job: the same tables, columns and days as {@link LakeSink}. Files
 * are whole when {@link #close} has returned. Holds at most {@value #OPEN_FILES_MAX} files open, each with one row
 * group in memory; a day that comes again gets another file. For one thread.
 */
public final class LakeWriter implements AutoCloseable {
    private static final int OPEN_FILES_MAX = 32;
    private static final int INITIAL_CAPACITY = 64;
    private static final float LOAD = 0.75f;

    private final Path root;
    private final LakeSettings settings;
    private final TableAndDay place = new TableAndDay();
    private final Map<String, OpenFile> open = new LinkedHashMap<>(INITIAL_CAPACITY, LOAD, true);
    private final HeldRows held = new HeldRows(Integer.MAX_VALUE);
    private int files;

    private LakeWriter(Path root, LakeSettings settings) {
        this.root = root;
        this.settings = settings;
    }

    /** Begins at {@code root}, which is made if it is not there. */
    public static LakeWriter create(Path root) throws IOException {
        Files.createDirectories(root);
        return new LakeWriter(root, LakeSettings.DEFAULT);
    }

    public void put(LakeRow row) throws IOException {
        String day = place.of(row);
        OpenFile file = open.get(day);
        if (file == null) {
            if (open.size() == OPEN_FILES_MAX) {
                close(open.keySet().iterator().next());
            }
            file = openFile(day);
            open.put(day, file);
        }
        file.writer().addElement(row);
    }

    private OpenFile openFile(String day) throws IOException {
        Path file = root.resolve(day).resolve(String.format("part-%06d.parquet", files++));
        FSDataOutputStream stream = LocalFileSystem.getSharedInstance()
                .create(new org.apache.flink.core.fs.Path(file.toUri()), WriteMode.NO_OVERWRITE);
        return new OpenFile(stream, new TableWriter(stream, settings, held));
    }

    private void close(String day) throws IOException {
        OpenFile file = open.remove(day);
        if (file != null) {
            try (FSDataOutputStream stream = file.stream()) {
                file.writer().finish();
            }
        }
    }

    /** Ends the files so far, as a job's checkpoint does: they are whole when this returns, and rows go to new ones. */
    public void checkpoint() throws IOException {
        close();
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            close(open.keySet().iterator().next());
        }
    }

    private record OpenFile(FSDataOutputStream stream, TableWriter writer) {}
}
