package io.stockmate.benchmarks.retail;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.SharedData;
import io.stockmate.core.anomaly.movement.MovementScore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetailReportTest {
    @Test
    void lastLineIsForScripts() {
        List<Issue> issues = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            for (String symbol : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
                boolean adjustment = day == 50 && symbol.compareTo("E") < 0;
                issues.add(new Issue(symbol, day * 86_400_000L, adjustment ? 277 : 12, adjustment));
            }
        }
        String[] lines = RetailReport.of(issues).split("\n");

        assertThat(lines[lines.length - 1])
                .startsWith("issues=480 positives=4 keys=8 flags=4 precision=1.0000 recall=1.0000 sigma_flags=4 ")
                .contains(" average_precision=1.0000 ")
                .matches("([a-z_]+=[0-9.]+ ?)+");
    }

    @Test
    void detectorFindsMoreAdjustmentsThanThreeSigmaWithFewerFalseAlarms() throws IOException {
        List<RetailRow> rows = RetailFile.read(SharedData.require("retail/online-retail-dev.csv.gz"));
        List<ScoredIssue> issues = ScoredIssue.of(StockRoom.issues(rows));

        Flags detector = RetailReport.ranking(issues).from(MovementScore.ALERT_DECADES);
        Flags sigma = RetailReport.sigma(issues);
        assertThat(sigma.positives()).isEqualTo(336);
        assertThat(detector.beats(sigma)).as("%s against %s", detector, sigma).isTrue();
        assertThat(detector.precision()).isGreaterThan(4 * sigma.precision());
        assertThat(detector.recall()).isGreaterThan(1.5 * sigma.recall());
    }
}
