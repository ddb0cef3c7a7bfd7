package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.UsageMeter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lake in an object store: jobs write it, merging replaces its files, and who reads it follows the lists. */
@Timeout(120)
class LakeOnS3Test {
    private static final int FILES = 4;
    private static final int ROWS_A_FILE = 50;
    private static final double FAULTS = 0.03;
    private static final long SEED = 1;
    private static final int RESTARTS_MAX = 50;

    private static ObjectStore store;

    @TempDir
    Path directory;

    private final AtomicInteger copies = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        store = ObjectStore.start();
        store.use();
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
    }

    @Test
    void aKilledJobLeavesNothingThatIsReadAndGoesOnWithEachRowOnce() throws Exception {
        String lake = store.root("killed").toString();
        Path checkpoints = directory.resolve("checkpoints");
        Process job = program(JobOnS3.class, lake, checkpoints.toString());
        BufferedReader output = job.inputReader();
        for (int completed = 0; completed < 3; completed++) {
            assertThat(output.readLine()).startsWith("checkpoint ");
        }
        while (store.openUploads().isEmpty()) {
            Thread.sleep(1);
        }
        job.destroyForcibly().waitFor();

        assertThat(store.openUploads()).as("uploads that the job left open").isNotEmpty();
        assertThat(found(store, "killed", store.names("killed/")))
                .isNotEmpty()
                .hasSizeLessThan((int) JobOnS3.ROWS)
                .doesNotHaveDuplicates();

        JobOnS3.run(lake, checkpoints, newest(checkpoints), 0, 0);

        assertThat(store.openUploads()).as("uploads that nobody will end").isNotEmpty();
        store.abortUploads();
        assertThat(store.openUploads()).isEmpty();
        assertThat(store.names("killed/"))
                .allMatch(name -> name.matches("[a-z_]+/dt=2026-03-0[4-6]/part-[0-9a-f-]+-\\d+\\.parquet"));
        assertThat(found(store, "killed", store.names("killed/"))).isEqualTo(lines(JobOnS3.rows()));
    }

    @Test
    void aJobWhoseWritesFailAtTimesLeavesEachRowOnce() throws Exception {
        try (ObjectStore faulty = ObjectStore.faulty(FAULTS, SEED)) {
            faulty.use();
            JobOnS3.run(faulty.root("faulty").toString(), directory.resolve("checkpoints"), null, 1, RESTARTS_MAX);
            faulty.abortUploads();
            assertThat(found(faulty, "faulty", faulty.names("faulty/"))).isEqualTo(lines(JobOnS3.rows()));
            assertThat(faulty.end()).as("writes that failed on purpose").isPositive();
        } finally {
            store.use();
        }
    }

    private static String newest(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::getParent)
                    .max(Comparator.comparingInt(checkpoint ->
                            Integer.parseInt(checkpoint.getFileName().toString().substring("chk-".length()))))
                    .orElseThrow()
                    .toUri()
                    .toString();
        }
    }

    private Process program(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Daws.java.v1.disableDeprecationAnnouncement=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(store.environment(directory));
        return builder.start();
    }

    @Test
    void whoFollowsTheListsReadsEachRowOnceWhileMergesGoOn() throws Exception {
        LakeLists lists =
                new LakeLists(store.root("merged"), store.root("merged").toString());
        LakeMerge merge = new LakeMerge(store.root("merged"), MergeSettings.DEFAULT.withKeep(Duration.ofMinutes(1)))
                .keeping(lists);
        AtomicBoolean stop = new AtomicBoolean();
        put("merged", 0);
        lists.round(LocalDate.MIN);
        CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> readUntil(stop, "merged"));
        for (int file = 1; file < FILES; file++) {
            put("merged", file);
            lists.round(LocalDate.MIN);
            assertThat(merge.closedDays(MergedLake.MIDNIGHT + MergedLake.DAY_MILLIS, System.currentTimeMillis()))
                    .returns(1, MergeReport::days)
                    .returns(List.of(), MergeReport::problems);
        }
        stop.set(true);

        assertThat(reading.get()).as("how often it was read meanwhile").isGreaterThan(1);
        assertThat(listed("merged")).containsExactly(MergedLake.DAY + "/merged-" + (FILES - 1) + "-0.parquet");
        assertThat(rows("merged")).isEqualTo((long) FILES * ROWS_A_FILE);
        assertThat(merge.round(MergedLake.MIDNIGHT, Long.MAX_VALUE).removed()).isEqualTo(2 * FILES - 2);
        assertThat(store.names("merged/" + MergedLake.DAY + "/"))
                .containsExactly("_files", "merged-" + (FILES - 1) + "-0.parquet");
    }

    @Test
    void aClosedDayIsRolledUp() throws Exception {
        Path written = directory.resolve("usage");
        new TestLake(written)
                .put(
                        TestRows.usage("a", UsageMeter.TRADES, MergedLake.MIDNIGHT, 1),
                        TestRows.usage("a", UsageMeter.TRADES, MergedLake.MIDNIGHT, 2),
                        TestRows.usage("b", UsageMeter.TRADES, MergedLake.MIDNIGHT, 4),
                        TestRows.usage("b", UsageMeter.TRADES, MergedLake.MIDNIGHT, 8));
        store.put(written, "rolled");
        String root = store.root("rolled").toString();
        LakeMerge merge = new LakeMerge(store.root("rolled"), MergeSettings.DEFAULT)
                .keeping(new LakeLists(store.root("rolled"), root));

        assertThat(merge.closedDays(Long.MAX_VALUE, System.currentTimeMillis()).problems())
                .isEmpty();

        assertThat(store.read("rolled/listed/usage_by_day/dt=2026-03-04/files"))
                .isEqualTo(root + "/usage/dt=2026-03-04/day-2.rollup\n");
        Path copy = directory.resolve("copy-" + copies.incrementAndGet());
        store.names("rolled/").forEach(name -> store.copy("rolled/" + name, copy));
        try (LakeQueries queries = LakeQueries.open(copy.resolve("rolled"))) {
            assertThat(queries.ask("SELECT account, value FROM usage_by_day").rows())
                    .containsExactly(List.of("a", 3L), List.of("b", 12L));
        }
    }

    private void put(String lake, int file) throws IOException {
        MergedLake written = new MergedLake(directory.resolve(lake + "-" + file));
        written.put((long) file * ROWS_A_FILE, (file + 1L) * ROWS_A_FILE, MergedLake.MIDNIGHT, "part-" + file);
        store.put(written.root(), lake);
    }

    private int readUntil(AtomicBoolean stop, String lake) {
        int times = 0;
        try {
            for (long rows = 0; !stop.get(); times++) {
                long found = rows(lake);
                assertThat(found).isGreaterThanOrEqualTo(rows);
                rows = found;
            }
            return times;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files that the list of the day names. */
    private static List<String> listed(String lake) {
        return store.read(lake + "/listed/" + MergedLake.DAY + "/files")
                .lines()
                .map(address -> address.substring((store.root(lake) + "/").length()))
                .toList();
    }

    /** How many rows the listed files have, after a look whether each number from 0 on is there once. */
    private long rows(String lake) throws IOException {
        Path copy = directory.resolve("copy-" + copies.incrementAndGet());
        for (String name : listed(lake)) {
            Path file = store.copy(lake + "/" + name, copy);
            // Without its day's list a lake on this machine takes merged files for those of a merge that came to no
            // end.
            Files.move(file, file.resolveSibling("part-" + file.getFileName()));
        }
        return MergedLake.rows(copy.resolve(lake));
    }

    @Test
    void theProgramKeepsALakeUntilItIsToldToEnd() throws Exception {
        put("kept", 0);
        put("kept", 1);
        Process program = program(MergeProgram.class, store.root("kept").toString());
        while (!isMerged("kept")) {
            assertThat(program.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("it ended by itself")
                    .isFalse();
        }
        program.destroy();
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).as("it ended").isTrue();
        assertThat(rows("kept")).isEqualTo(2 * ROWS_A_FILE);
    }

    private static boolean isMerged(String lake) {
        return store.names(lake + "/").contains("listed/" + MergedLake.DAY + "/files")
                && listed(lake).equals(List.of(MergedLake.DAY + "/merged-1-0.parquet"));
    }

    /** The rows of the objects of a lake that are named, as lines in order. */
    private List<String> found(ObjectStore store, String lake, List<String> names) throws IOException {
        Path copy = directory.resolve("copy-" + copies.incrementAndGet());
        List<String> lines = new ArrayList<>();
        names.forEach(name -> store.copy(lake + "/" + name, copy));
        try (LakeQueries queries = LakeQueries.open(copy.resolve(lake))) {
            for (LakeTable table : LakeTable.values()) {
                queries.ask("SELECT * FROM " + table.tableName()).rows().forEach(row -> lines.add(line(table, row)));
            }
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    private static List<String> lines(Stream<LakeRow> rows) {
        return rows.map(row -> line(row.table(), RowValues.of(row))).sorted().toList();
    }

    private static String line(LakeTable table, List<@Nullable Object> row) {
        return table + Arrays.deepToString(row.toArray());
    }
}
