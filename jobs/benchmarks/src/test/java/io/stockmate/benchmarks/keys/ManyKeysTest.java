package io.stockmate.benchmarks.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyKeysTest {
    @Test
    void everyKeyKeepsTheJobsStateInRocksDb(@TempDir Path directory) throws Exception {
        String line = ManyKeys.run(2_000, 30, directory);
        assertThat(line)
                .startsWith("keys=2000 values_per_key=30 visits=6000 ")
                .contains("disk_bytes=", " keys_over_limit=0 ", " keys_as_smooth=0 ")
                .doesNotContain("disk_bytes=0 ");
        double state = Double.parseDouble(line.replaceAll(".*state_bytes_mean=([0-9.]+).*", "$1"));
        assertThat(state).isBetween(200.0, 512.0);
        double most = Double.parseDouble(line.replaceAll(".*state_bytes_max=([0-9]+).*", "$1"));
        assertThat(most).as("after any day, the first ones too").isBetween(state, 512.0);
    }

    @Test
    void keysTakeNoMoreOnceTheirModelIsSettled(@TempDir Path directory) throws Exception {
        String line = ManyKeys.run(500, 130, directory);
        assertThat(line)
                .startsWith("keys=500 values_per_key=130 visits=1500 ")
                .contains(" keys_over_limit=0 ", " keys_as_smooth=0 ", " keys_as_counts=500 ");
    }
}
