package io.stockmate.lake;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Where the days of a lake's tables lie. */
final class DayFolders {
    private static final String DAY = "dt=";

    private final Path root;

    DayFolders(Path root) {
        this.root = root;
    }

    /** A day's place below the root. */
    static String place(Relation relation, LocalDate day) {
        return relation.tableName() + "/" + DAY + day;
    }

    DayFolder of(LakeTable table, LocalDate day) throws IOException {
        return new DayFolder(new Path(root, place(table, day)));
    }

    /** The days of a table, in order. */
    List<LocalDate> days(LakeTable table) throws IOException {
        FileSystem files = root.getFileSystem();
        Path directory = new Path(root, table.tableName());
        List<LocalDate> days = new ArrayList<>();
        if (!files.exists(directory)) {
            return days;
        }
        for (FileStatus found : files.listStatus(directory)) {
            String name = found.getPath().getName();
            if (name.startsWith(DAY)) {
                days.add(day(name));
            }
        }
        days.sort(Comparator.naturalOrder());
        return days;
    }

    private static LocalDate day(String name) {
        try {
            return LocalDate.parse(name.substring(DAY.length()));
        } catch (DateTimeParseException failure) {
            throw new QueryRefused(
                    name + " is no day of the form " + DAY + "2026-03-04; move it out of the lake", failure);
        }
    }
}
