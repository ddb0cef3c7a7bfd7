package io.stockmate.local.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.local.platform.Streams;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Verdict;
import io.stockmate.pipelines.reconcile.Violation;
import io.stockmate.producers.DemoMarket;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A market, and a clone of it that is stopped, loses commands meanwhile, and goes on with one more symbol. */
@Timeout(180)
class CloneTest {
    private static final long MORNING = 1_767_261_600_000L;

    @TempDir
    private Path directory;

    private final StringWriter screen = new StringWriter();
    private final DemoMarket demo = new DemoMarket(3, 400, "test");
    private int steps;

    @Test
    void cloneHasTheMarketsChainsAlsoAfterAPauseAndOfASymbolThatCameLater() throws Exception {
        DataDirectory data = DataDirectory.of(directory.resolve("market"));
        CloneDirectory clone = CloneDirectory.of(data, null);
        try (Platform market = start(PlatformSettings.onFreePorts(data.root()))) {
            trade(market);
            clone.claim();
            clone.add("SKU-001");
            ClonedChains first = mirror(clone, market, 0);
            assertThat(first.different()).as(screen.toString()).isEmpty();
            assertThat(first.unknown()).isEmpty();
            assertThat(first.equal()).containsExactly("SKU-001");

            trade(market);
            clone.add("SKU-002");
            ClonedChains second = mirror(clone, market, 0);
            assertThat(second.different()).as(screen.toString()).isEmpty();
            assertThat(second.equal()).containsExactly("SKU-001", "SKU-002");
            assertThat(screen.toString()).contains("equal_chains=2 different_chains=0 unknown_chains=0");
        }
        try (StillMarket still = StillMarket.open(clone.data())) {
            Verdict verdict = Reconciliation.of(still, StillMarket.rules(), directory.resolve("scratch"));
            assertThat(verdict.violations()).extracting(Violation::text).isEmpty();
            assertThat(verdict.accounts().records()).isGreaterThan(5);
        }
    }

    @Test
    void directoryOfAnotherMarketIsNotTaken() throws Exception {
        DataDirectory market = DataDirectory.of(directory.resolve("market"));
        DataDirectory other = DataDirectory.of(directory.resolve("other"));
        CloneDirectory.of(market, other.root()).claim();
        CloneDirectory.of(market, other.root()).claim();
        assertThatThrownBy(() -> CloneDirectory.of(other, other.root()).claim())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("holds a clone of " + market.root());
        Files.createDirectories(market.streams());
        assertThatThrownBy(() -> CloneDirectory.of(other, market.root()).claim())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("holds a market of its own");
        assertThatThrownBy(() -> CloneDirectory.of(market, other.root()).add("sku 1"))
                .hasMessageContaining("--symbol sku 1 is no symbol");
    }

    private ClonedChains mirror(CloneDirectory directory, Platform market, int hundredths) throws Exception {
        try (Platform clone =
                start(PlatformSettings.onFreePorts(directory.data().root())
                        .withProperty(MatchingProperties.MATCHING, MatchingProperties.MIRRORED, "true"))) {
            return new CloneRun(
                            clone,
                            directory,
                            market.streams(),
                            hundredths,
                            new PrintWriter(screen, true),
                            StopSignal.take())
                    .play(Duration.ofSeconds(2));
        }
    }

    private static Platform start(PlatformSettings settings) throws Exception {
        return Platform.start(settings.withCheckpointInterval(Duration.ofMillis(500)));
    }

    private void trade(Platform platform) throws Exception {
        CommandCodec codec = new CommandCodec();
        try (KinesisProducer producer = KinesisProducer.open(platform.streams(), Streams.COMMANDS)) {
            for (int i = 0; i < 20; i++) {
                producer.put(demo.step(MORNING + steps++ * 100L, List.of()).stream()
                        .map(submission -> new OutgoingRecord(submission.partitionKey(), submission.data(codec)))
                        .toList());
            }
        }
    }
}
