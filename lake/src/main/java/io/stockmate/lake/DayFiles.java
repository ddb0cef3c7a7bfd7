package io.stockmate.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What merging has made of the files in the folder of a table's day, kept there under {@value #NAME} and always replaced
 * as a whole. It is the moment in which merged files take the place of others: they count once it names them, and what
 * they were made of counts no more.
 *
 * @param version grows with every change
 * @param mergedMs the book time of the last merge, epoch milliseconds
 * @param merged the merged files that count
 * @param rollup the file that tells what the merged files come to, see {@link Rollup}; {@value #NO_ROLLUP} where it is
 *     not worth a file; absent where nobody has looked
 * @param replaced files that count no more, and since when by the machine's clock, epoch milliseconds: who has begun to
 *     read them may go on for a while
 */
record DayFiles(
        long version, long mergedMs, List<String> merged, @Nullable String rollup, SortedMap<String, Long> replaced) {
    static final String NAME = "_files";
    static final String NO_ROLLUP = "-";
    static final DayFiles UNMERGED = new DayFiles(0, Long.MIN_VALUE, List.of(), null, new TreeMap<>());

    /** With it the name of a file begins that is being written. */
    static final String HIDDEN = ".";

    private static final String MERGED = "merged-";
    private static final String SUFFIX = ".parquet";
    /** None of Parquet's: who does not know of rollups takes them for no rows. */
    private static final String ROLLUP_SUFFIX = ".rollup";

    DayFiles {
        merged = List.copyOf(merged);
        replaced = Collections.unmodifiableSortedMap(new TreeMap<>(replaced));
    }

    /** The name of a file that the next merge writes. */
    String next(int place) {
        return MERGED + (version + 1) + "-" + place + SUFFIX;
    }

    /** The name of the file in which the merged files are rolled up next. */
    String nextRollup() {
        return "day-" + (version + 1) + ROLLUP_SUFFIX;
    }

    /** Of a folder's files those that count, by name: what was merged, and what has come since. */
    List<String> counting(Collection<String> names) {
        return withUnmerged(merged, names);
    }

    /** The same with the merged files rolled up, where they are. */
    List<String> countingRolledUp(Collection<String> names) {
        return withUnmerged(rollup == null || rollup.equals(NO_ROLLUP) ? merged : List.of(rollup), names);
    }

    /** Whether nobody has looked yet what the merged files come to. */
    boolean awaitsRollup() {
        return rollup == null && !merged.isEmpty();
    }

    private List<String> withUnmerged(List<String> files, Collection<String> names) {
        List<String> counting = new ArrayList<>(files);
        counting.addAll(unmerged(names));
        Collections.sort(counting);
        return counting;
    }

    /** Of a folder's files those that jobs wrote and no merge has replaced yet. */
    List<String> unmerged(Collection<String> names) {
        return names.stream()
                .filter(name -> name.endsWith(SUFFIX) && !name.startsWith(HIDDEN) && !name.startsWith(MERGED))
                .filter(name -> !replaced.containsKey(name))
                .sorted()
                .toList();
    }

    /** Of a folder's files those that a merge wrote that came to no end. */
    List<String> leftOver(Collection<String> names) {
        return names.stream()
                .filter(name ->
                        name.startsWith(MERGED) || name.startsWith(HIDDEN + MERGED) || name.endsWith(ROLLUP_SUFFIX))
                .filter(name -> !merged.contains(name) && !name.equals(rollup) && !replaced.containsKey(name))
                .toList();
    }

    /** Whether one merge, or none, made all merged files that count. */
    boolean isOfOneMerge() {
        return merged.stream()
                        .map(name -> name.substring(0, name.lastIndexOf('-')))
                        .distinct()
                        .count()
                <= 1;
    }

    /** The files that were replaced at a time or before. */
    List<String> replacedUntil(long ms) {
        return replaced.entrySet().stream()
                .filter(file -> file.getValue() <= ms)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** After {@code files} were merged into others, which are not rolled up yet. */
    DayFiles merged(Collection<String> files, List<String> into, long bookTimeMs, long nowMs) {
        List<String> counting = new ArrayList<>(merged);
        counting.removeAll(files);
        counting.addAll(into);
        SortedMap<String, Long> gone = new TreeMap<>(replaced);
        files.forEach(file -> gone.put(file, nowMs));
        if (rollup != null && !rollup.equals(NO_ROLLUP)) {
            gone.put(rollup, nowMs);
        }
        return new DayFiles(version + 1, bookTimeMs, counting, null, gone);
    }

    /** After all merged files were rolled up in a file, or in {@value #NO_ROLLUP}. */
    DayFiles rolledUp(String file) {
        return new DayFiles(version + 1, mergedMs, merged, file, replaced);
    }

    /** After replaced files were removed from the folder. */
    DayFiles without(Collection<String> removed) {
        SortedMap<String, Long> left = new TreeMap<>(replaced);
        left.keySet().removeAll(removed);
        return new DayFiles(version + 1, mergedMs, merged, rollup, left);
    }

    String text() {
        StringBuilder text = new StringBuilder("version " + version + " " + mergedMs)
                .append(rollup == null ? "" : " " + rollup)
                .append('\n');
        merged.forEach(file -> text.append("merged ").append(file).append('\n'));
        replaced.forEach((file, since) ->
                text.append("replaced ").append(since).append(' ').append(file).append('\n'));
        return text.toString();
    }

    /** @throws QueryRefused if the text is none of {@link #text} */
    static DayFiles parse(String text, String place) {
        try {
            List<String> lines = text.lines().toList();
            String[] first = lines.get(0).split(" ", -1);
            List<String> merged = new ArrayList<>();
            SortedMap<String, Long> replaced = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] words = line.split(" ", 3);
                switch (words[0]) {
                    case "merged" -> merged.add(words[1]);
                    case "replaced" -> replaced.put(words[2], Long.parseLong(words[1]));
                    default -> throw new IllegalArgumentException(line);
                }
            }
            return new DayFiles(
                    Long.parseLong(first[1]),
                    Long.parseLong(first[2]),
                    merged,
                    first.length > 3 ? first[3] : null,
                    replaced);
        } catch (IllegalArgumentException | IndexOutOfBoundsException failure) {
            throw new QueryRefused(
                    place + " does not say which files count, at '" + failure.getMessage()
                            + "'; restore it from a backup: without it rows would count twice",
                    failure);
        }
    }
}
