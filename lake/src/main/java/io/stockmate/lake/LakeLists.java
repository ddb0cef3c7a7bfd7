package io.stockmate.lake;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.flink.core.fs.Path;

/**
 * Lists of the files that count, one per day of a merged table, by which Athena and Trino find them: {@code
 * listed/TABLE/dt=YYYY-MM-DD/files}, an address a line, as Hive's SymlinkTextInputFormat reads it (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-athena-query.html">S3 Inventory</a> has
 * such lists, too). A list is replaced as a whole, so a query sees those files of a day that counted at one moment. What
 * it names stays for as long as merging keeps replaced files. For an object store or a disk that nobody else writes
 * lists to.
 */
public final class LakeLists {
    /** From one round of writing them to the next, where rows are to be seen soon. */
    public static final Duration INTERVAL = Duration.ofSeconds(3);

    /** The folder of the lists in the lake. */
    static final String FOLDER = "listed";

    private static final String FILE = "files";

    private final DayFolders folders;
    private final Path root;
    private final String address;
    private final Map<String, String> written = new HashMap<>();

    /**
     * @param root of the lake, in any file system that Flink knows
     * @param address of the root, as those say who read the lists
     */
    public LakeLists(Path root, String address) {
        this.folders = new DayFolders(root);
        this.root = root;
        this.address = address.replaceAll("/+$", "");
    }

    /** Writes the lists that have changed of the days from {@code first} on, and tells of how many days. */
    public int round(LocalDate first) throws IOException {
        int changed = 0;
        for (LakeTable table : LakeTable.values()) {
            if (table.isMerged()) {
                for (LocalDate day : folders.days(table)) {
                    if (!day.isBefore(first) && write(table, day)) {
                        changed++;
                    }
                }
            }
        }
        return changed;
    }

    /** Writes the lists of a table's day, that of what it comes to included, unless they are there already. */
    boolean write(LakeTable table, LocalDate day) throws IOException {
        boolean changed = writeOne(table, day);
        Optional<Rollup> rollup = Rollup.of(table);
        return rollup.isPresent() ? writeOne(rollup.get(), day) || changed : changed;
    }

    private synchronized boolean writeOne(Relation relation, LocalDate day) throws IOException {
        String place = DayFolders.place(relation, day);
        String stored = DayFolders.place(relation.storedWith(), day);
        String list = folders.of(relation.storedWith(), day).counting(relation).stream()
                .map(name -> address + "/" + stored + "/" + name + "\n")
                .collect(Collectors.joining());
        if (list.equals(written.get(place))) {
            return false;
        }
        put(new Path(root, FOLDER + "/" + place), list);
        written.put(place, list);
        return true;
    }

    private static void put(Path folder, String list) throws IOException {
        new DayFolder(folder).replace(FILE, list);
    }
}
