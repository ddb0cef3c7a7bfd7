package io.stockmate.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.local.CountingFile;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short market without a fault holds; what is damaged of it afterwards is found by the invariant that tells of it. */
@Timeout(300)
class ChaosJudgeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A day passes in a second. */
    private static final ChaosSettings SETTINGS = new ChaosSettings(1_500, 0, ChaosFault.parse("none"), 300, 86_400, 0);

    @TempDir
    private Path directory;

    private DataDirectory data;
    private int judged;

    @Test
    void aSoundMarketHoldsAndWhatIsDamagedOfItIsFound() throws Exception {
        data = DataDirectory.of(directory.resolve("data"));
        live();
        ChaosJudge.Judgement sound = judge();
        assertThat(sound.violations()).isEmpty();
        assertThat(sound.notices()).as("alerts and suggestions").isPositive();
        assertThat(sound.forecasts()).as("forecasts").isPositive();
        assertThat(sound.verdict().accounts().trades()).as("trades").isPositive();

        Files.delete(CountingFile.of(data.lake().resolve("alert")));
        Files.delete(CountingFile.of(data.lake().resolve("forecast")));
        Files.writeString(data.lake().resolve("trade").resolve("part-1.parquet.inprogress"), "half of a file");
        try (Stream<Path> delivered = Files.walk(data.deliveries().resolve("order-status"))) {
            Files.delete(delivered.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
        assertThat(invariants(judge()))
                .containsExactlyInAnyOrder(
                        Invariant.ALERTS_FOLLOW_THE_EVENTS,
                        Invariant.FORECASTS_FOLLOW_THE_EVENTS,
                        Invariant.RUN_COMES_TO_ITS_END,
                        Invariant.DELIVERIES_FOLLOW_THE_EVENTS);
    }

    private void live() throws Exception {
        PlatformSettings settings = PlatformSettings.onFreePorts(data.root())
                .withBooks()
                .withCheckpointInterval(Duration.ofSeconds(1))
                .withSpeed(SETTINGS.speed());
        try (Platform platform = Platform.start(settings)) {
            try (ChaosMarket market = ChaosMarket.start(platform.kinesis(), 1, SETTINGS)) {
                market.open(platform.time());
                while (market.orders() < SETTINGS.orders()) {
                    platform.requireAlive();
                    Thread.sleep(20);
                }
            }
            platform.awaitRead(PATIENCE);
            platform.stopJobs();
        }
    }

    private ChaosJudge.Judgement judge() throws Exception {
        return ChaosJudge.of(data, directory.resolve("scratch-" + ++judged));
    }

    private static Set<Invariant> invariants(ChaosJudge.Judgement judgement) {
        return judgement.violations().stream().map(Violation::invariant).collect(Collectors.toSet());
    }
}
