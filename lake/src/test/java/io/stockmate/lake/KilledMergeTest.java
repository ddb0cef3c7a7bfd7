package io.stockmate.lake;

import static io.stockmate.lake.MergedLake.DAY_MILLIS;
import static io.stockmate.lake.MergedLake.MIDNIGHT;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging in a process that is killed again and again, while rows come late and somebody reads. */
class KilledMergeTest {
    private static final int KILLS = 3;
    private static final int MILLIS_TO_LIVE_MAX = 500;
    private static final int MILLIS_PER_FILE = 40;
    private static final int ROWS_A_FILE = 100;

    @TempDir
    Path directory;

    @Test
    void everyRowIsThereOnceAtEveryMoment() throws Exception {
        MergedLake lake = new MergedLake(directory);
        SplittableRandom random = new SplittableRandom(7);
        List<Long> merges = new ArrayList<>();
        long rows = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process merging = start(lake.root());
            long begun = version(lake.root());
            long dies = Long.MAX_VALUE;
            while (System.nanoTime() < dies) {
                if (dies == Long.MAX_VALUE && version(lake.root()) > begun) {
                    dies = System.nanoTime() + MILLISECONDS.toNanos(random.nextInt(MILLIS_TO_LIVE_MAX));
                }
                assertThat(merging.waitFor(MILLIS_PER_FILE, MILLISECONDS)).isFalse();
                lake.put(rows, rows += ROWS_A_FILE, MIDNIGHT);
                assertThat(lake.rows()).isEqualTo(rows);
            }
            merging.destroyForcibly().waitFor();
            assertThat(lake.rows()).isEqualTo(rows);
            merges.add(version(lake.root()));
        }

        LakeMerge.of(lake.root(), MergeSettings.DEFAULT).closedDays(MIDNIGHT + DAY_MILLIS, 0);

        assertThat(merges).as("merges that came to their end").isSorted().doesNotHaveDuplicates();
        assertThat(lake.counting()).hasSize(1);
        assertThat(lake.rows()).isEqualTo(rows);
    }

    private static long version(Path root) throws IOException {
        DayFolder day = new DayFolder(
                new org.apache.flink.core.fs.Path(root.resolve(MergedLake.DAY).toUri()));
        return day.state(day.names()).version();
    }

    private static Process start(Path root) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessMerge.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("begins");
        return process;
    }
}
