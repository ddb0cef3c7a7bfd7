package io.stockmate.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.AlertState;
import io.stockmate.core.message.Severity;
import io.stockmate.producers.planted.Plant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertReportTest {
    private static final Plant JUMP = new Plant(AlertKind.PRICE_CHANGE, "A", 1_000, 2_000);
    private static final Plant YOUNG = new Plant(AlertKind.OVERSTOCK, "C", 9_000, 19_000);
    private static final Plant LATE = new Plant(AlertKind.LATE_RECEIPT, "B", 1_000, 9_000);

    @TempDir
    private Path directory;

    @Test
    void plantIsFoundByItsKindSymbolAndTime() {
        AlertReport report = AlertReport.of(
                List.of(JUMP, LATE),
                List.of(YOUNG),
                List.of(
                        alert(AlertKind.PRICE_CHANGE, "A", 2_000),
                        alert(AlertKind.FAT_FINGER, "A", 1_000),
                        alert(AlertKind.PRICE_CHANGE, "A", 2_001),
                        alert(AlertKind.LATE_RECEIPT, "A", 3_000),
                        alert(AlertKind.OVERSTOCK, "C", 9_000)));
        assertThat(report.found()).isEqualTo(Map.of(AlertKind.PRICE_CHANGE, 1));
        assertThat(report.missed()).containsExactly(LATE);
        assertThat(report.beside()).extracting(Alert::kind).containsExactly(AlertKind.FAT_FINGER, AlertKind.OVERSTOCK);
        assertThat(report.others())
                .extracting(Alert::kind)
                .containsExactly(AlertKind.PRICE_CHANGE, AlertKind.LATE_RECEIPT);
    }

    @Test
    void plantsAreReadAsTheyWereWritten() throws Exception {
        PlantedFile file = new PlantedFile(directory.resolve("planted.jsonl"));
        assertThat(file.read()).isEmpty();
        file.add(JUMP);
        file.add(LATE);
        assertThat(file.read()).containsExactly(JUMP, LATE);
    }

    private static Alert alert(AlertKind kind, String symbol, long ts) {
        return new Alert(
                symbol,
                ts,
                symbol + "-" + kind + "-" + ts,
                kind,
                Severity.LOW,
                AlertState.RAISED,
                "operator",
                null,
                1,
                1,
                1,
                "{}",
                "Look.",
                "select 1",
                null,
                1,
                1);
    }
}
