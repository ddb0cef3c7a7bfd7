package io.stockmate.local.exactness;

import io.stockmate.local.platform.DataDirectory;
import io.stockmate.pipelines.matching.MatchingJob;
import java.io.File;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checkpoints as their directories show them: one is made when its checkpoint is triggered, and gets {@code _metadata}
 * when that completes. Looks while they come and go.
 *
 * @param earlier the directories that a process found when it was started: it may complete one that another began
 */
record Checkpoints(File root, Set<String> earlier) {

    /** From now on. */
    static Checkpoints of(DataDirectory data) {
        File root = data.checkpoints(MatchingJob.NAME).toFile();
        Set<String> names = new TreeSet<>();
        for (File directory : directories(root)) {
            names.add(directory.getName());
        }
        return new Checkpoints(root, names);
    }

    /** Whether one that was triggered since then has not completed. */
    boolean isOneUnderWay() {
        for (File directory : directories(root)) {
            if (!earlier.contains(directory.getName()) && directory.isDirectory() && !isComplete(directory)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one that was triggered since then has completed. */
    boolean isOneComplete() {
        return directories(root).stream()
                .anyMatch(directory -> !earlier.contains(directory.getName()) && isComplete(directory));
    }

    private static boolean isComplete(File directory) {
        return new File(directory, "_metadata").exists();
    }

    private static Set<File> directories(File root) {
        Set<File> found = new TreeSet<>();
        for (File job : entries(root)) {
            for (File directory : entries(job)) {
                if (directory.getName().startsWith("chk-")) {
                    found.add(directory);
                }
            }
        }
        return found;
    }

    private static File[] entries(File directory) {
        File[] entries = directory.listFiles();
        return entries == null ? new File[0] : entries;
    }
}
