package io.stockmate.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Merges the files of a lake, while jobs write it and queries read it: once in an hour of book time what the open day has
 * got since, and a closed day as a whole, sorted by symbol (reports by category first), again where rows come late. Then it
 * writes what the closed day comes to. The log and the dead letters stay as they were written. Each reader sees each row
 * once at every moment, and whoever is killed at whatever moment has lost nothing: the next round begins again.
 *
 * <p>One at a time for a lake; on this machine a second one is refused.
 */
public final class LakeMerge {
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    /** So long after its end a day waits for what jobs are still writing of it. */
    private static final long SETTLE_MILLIS = HOUR_MILLIS;

    /** So that days of an earlier version, which have none, hold nothing up for long. */
    private static final int ROLLUPS_A_ROUND = 20;

    private final org.apache.flink.core.fs.Path root;
    private final DayFolders folders;
    private final MergeSettings settings;
    private final @Nullable LakeLists lists;

    /** @param root of the lake, in any file system that Flink knows */
    public LakeMerge(org.apache.flink.core.fs.Path root, MergeSettings settings) {
        this(root, settings, null);
    }

    private LakeMerge(org.apache.flink.core.fs.Path root, MergeSettings settings, @Nullable LakeLists lists) {
        this.root = root;
        this.folders = new DayFolders(root);
        this.settings = settings;
        this.lists = lists;
    }

    /** Merges a lake on this machine. */
    public static LakeMerge of(Path root, MergeSettings settings) {
        return new LakeMerge(new org.apache.flink.core.fs.Path(root.toUri()), settings);
    }

    /** The same, which writes the list of a day that it merges, and before it removes files that the list may name. */
    public LakeMerge keeping(LakeLists newLists) {
        return new LakeMerge(root, settings, newLists);
    }

    /**
     * Merges what is due; to be called again and again.
     *
     * @param bookTimeMs the present in book time, which opens and closes days, epoch milliseconds
     * @param nowMs the present by the machine's clock, by which replaced files are removed, epoch milliseconds
     */
    public MergeReport round(long bookTimeMs, long nowMs) throws IOException {
        return round(bookTimeMs, nowMs, false);
    }

    /** The same, and all closed days at once, however little there is to be merged of them. */
    public MergeReport closedDays(long bookTimeMs, long nowMs) throws IOException {
        return round(bookTimeMs, nowMs, true);
    }

    private MergeReport round(long bookTimeMs, long nowMs, boolean atOnce) throws IOException {
        Path copies = Files.createTempDirectory("stockmate-merge-");
        try (MergeLock lock = MergeLock.take(root)) {
            MergeReport.Tally tally = new MergeReport.Tally();
            for (LakeTable table : LakeTable.values()) {
                if (table.isMerged()) {
                    for (LocalDate day : folders.days(table)) {
                        merge(table, day, new Moment(bookTimeMs, nowMs, atOnce), copies, tally);
                    }
                }
            }
            return tally.report();
        } finally {
            remove(copies);
        }
    }

    private record Moment(long bookTimeMs, long nowMs, boolean atOnce) {
        boolean isDue(LocalDate day, DayFiles state, List<String> unmerged) {
            if (isClosed(day)) {
                boolean scattered = !unmerged.isEmpty() || !state.isOfOneMerge();
                return scattered && (atOnce || state.mergedMs() < hour());
            }
            return !unmerged.isEmpty() && Math.max(state.mergedMs(), startOf(day)) < hour();
        }

        boolean isClosed(LocalDate day) {
            return startOf(day.plusDays(1)) + (atOnce ? 0 : SETTLE_MILLIS) <= bookTimeMs;
        }

        private long hour() {
            return bookTimeMs - Math.floorMod(bookTimeMs, HOUR_MILLIS);
        }

        private static long startOf(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }
    }

    private void merge(LakeTable table, LocalDate day, Moment moment, Path copies, MergeReport.Tally tally) {
        try {
            DayFolder folder = folders.of(table, day);
            List<String> names = folder.names();
            list(table, day, folder.state(names), moment);
            DayFiles state = removeOld(folder, names, moment.nowMs(), tally);
            List<String> unmerged = state.unmerged(names);
            if (moment.isDue(day, state, unmerged)) {
                List<String> files = moment.isClosed(day) ? state.counting(names) : unmerged;
                DayMerge merge = new DayMerge(table, folder, settings, copies);
                long rows = merge.run(state, files, moment.bookTimeMs(), moment.nowMs());
                list(table, day);
                state = folder.state(List.of(DayFiles.NAME));
                tally.merged(files.size(), state.merged().size(), rows);
            }
            if (moment.isClosed(day)
                    && state.awaitsRollup()
                    && (moment.atOnce() || tally.rollups() < ROLLUPS_A_ROUND)) {
                rollUp(table, day, state, copies, tally);
            }
        } catch (IOException | QueryRefused | IllegalStateException failure) {
            tally.problem(DayFolders.place(table, day) + " stays as it is: " + failure.getMessage());
        }
    }

    private void rollUp(LakeTable table, LocalDate day, DayFiles state, Path copies, MergeReport.Tally tally)
            throws IOException {
        Optional<Rollup> rollup = Rollup.of(table);
        if (rollup.isEmpty()) {
            return;
        }
        tally.rolledUp();
        try {
            new DayRollup(rollup.get(), folders.of(table, day), settings, copies).run(state);
            list(table, day);
        } catch (QueryRefused | IllegalStateException failure) {
            tally.problem(DayFolders.place(table, day) + " is not rolled up: " + failure.getMessage());
        }
    }

    /** Before files are removed: no list may name them then. */
    private void list(LakeTable table, LocalDate day, DayFiles state, Moment moment) throws IOException {
        if (!state.replacedUntil(moment.nowMs() - settings.keep().toMillis()).isEmpty()) {
            list(table, day);
        }
    }

    private void list(LakeTable table, LocalDate day) throws IOException {
        if (lists != null) {
            lists.write(table, day);
        }
    }

    /** Removes what a killed merge left and what was replaced long enough ago, from {@code names} as well. */
    private DayFiles removeOld(DayFolder folder, List<String> names, long nowMs, MergeReport.Tally tally)
            throws IOException {
        DayFiles state = folder.state(names);
        for (String name : state.leftOver(names)) {
            folder.remove(name);
        }
        List<String> old = state.replacedUntil(nowMs - settings.keep().toMillis());
        if (old.isEmpty()) {
            return state;
        }
        for (String name : old) {
            folder.remove(name);
        }
        names.removeAll(old);
        tally.removed(old.size());
        DayFiles left = state.without(old);
        folder.set(left);
        return left;
    }

    private static void remove(Path copies) throws IOException {
        try (Stream<Path> tree = Files.walk(copies)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
