package io.stockmate.benchmarks.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {
    private static final long OPENED_MS = 5_000_000;

    @TempDir
    Path lake;

    /** A trade every 10 ms of book time, 250 in each of four checkpoints, which are listed 3 s after their last row. */
    @Test
    void ninetyNineOfAHundredRowsAreReadableWithinWhatIsTold() throws IOException {
        Freshness freshness = write();
        assertThat(freshness.millis(MarketRows.OPENS_AT, OPENED_MS, 0)).isEqualTo(2_490 + 3_000 - 20);
    }

    @Test
    void rowsOfTheBeginningAreNotCounted() throws IOException {
        Freshness freshness = write();
        assertThat(freshness.millis(MarketRows.OPENS_AT, OPENED_MS, 9_910)).isEqualTo(90 + 3_000);
        assertThatThrownBy(() -> freshness.millis(MarketRows.OPENS_AT, OPENED_MS, 20_000))
                .hasMessageContaining("let it run longer");
    }

    private Freshness write() throws IOException {
        MarketRows rows = new MarketRows(1_000, 10_000);
        Freshness freshness = new Freshness(lake);
        long last = 0;
        try (LakeWriter writer = LakeWriter.create(lake)) {
            for (int row = 0; row < 1_000; row++) {
                LakeRow trade = rows.nextTrade();
                last = trade.ts() - MarketRows.OPENS_AT;
                writer.put(trade);
                if (row % 250 == 249) {
                    writer.checkpoint();
                    freshness.look(OPENED_MS + last + 3_000);
                }
            }
        }
        return freshness;
    }
}
