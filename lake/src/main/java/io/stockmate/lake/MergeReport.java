package io.stockmate.lake;

import java.util.ArrayList;
import java.util.List;

/**
 * What a round of merging did.
 *
 * @param days days of tables that were merged
 * @param files that were merged
 * @param into the files that they became
 * @param rows in them
 * @param removed files that had been replaced long enough before
 * @param problems days that could not be merged and stay as they are, one line each
 */
public record MergeReport(int days, int files, int into, long rows, int removed, List<String> problems) {
    public MergeReport {
        problems = List.copyOf(problems);
    }

    /** Counts what is done. */
    static final class Tally {
        private final List<String> problems = new ArrayList<>();
        private int days;
        private int files;
        private int into;
        private long rows;
        private int removed;
        private int rollups;

        void merged(int mergedFiles, int intoFiles, long mergedRows) {
            days++;
            files += mergedFiles;
            into += intoFiles;
            rows += mergedRows;
        }

        void removed(int removedFiles) {
            removed += removedFiles;
        }

        void rolledUp() {
            rollups++;
        }

        int rollups() {
            return rollups;
        }

        void problem(String line) {
            problems.add(line);
        }

        MergeReport report() {
            return new MergeReport(days, files, into, rows, removed, problems);
        }
    }
}
