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
import java.nio.charset.StandardCharsets;
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
            awaitLake(market);
            clone.claim();
            clone.add("SKU-001");
            assertThat(whole(clone, market).equal()).containsExactly("SKU-001");
            assertThat(screen.toString()).containsPattern("Refilled 1 symbols from .*: [1-9]\\d* commands of SKU-001");

            tick(market, "SKU-001");
            awaitLake(market);
            clone.add("SKU-002");
            assertThat(whole(clone, market).equal()).containsExactly("SKU-001", "SKU-002");
            assertThat(screen.toString()).contains("Refilled 2 symbols").contains("equal_chains=2 different_chains=0");
        }
        try (StillMarket still = StillMarket.open(clone.data())) {
            Verdict verdict = Reconciliation.of(still, StillMarket.rules(), directory.resolve("scratch"));
            assertThat(verdict.violations()).extracting(Violation::text).isEmpty();
            assertThat(verdict.accounts().records()).isEqualTo(13);
        }
    }

    @Test
    void directoryOfAnotherMarketIsNotTaken() throws Exception {
        DataDirectory market = DataDirectory.of(directory.resolve("market"));
        DataDirectory other = DataDirectory.of(directory.resolve("other"));
        CloneDirectory.of(market, other.root()).claim();
        CloneDirectory.of(market, other.root()).claim();
        DataDirectory stranger = DataDirectory.of(directory.resolve("stranger"));
        assertThatThrownBy(() -> CloneDirectory.of(stranger, other.root()).claim())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("holds a clone of " + market.root());
        Files.createDirectories(market.streams());
        assertThatThrownBy(() -> CloneDirectory.of(stranger, market.root()).claim())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("holds a market of its own");
        assertThatThrownBy(() ->
                        CloneDirectory.of(other, directory.resolve("third")).claim())
                .hasMessageContaining("is itself a clone: mirror the market that it mirrors, " + market.root());
        assertThatThrownBy(() -> CloneDirectory.of(other, market.root()).require())
                .hasMessageContaining(market.root() + " holds no clone of " + other.root());
        CloneDirectory.of(market, other.root()).require();
        CloneDirectory.of(market, other.root()).remember(25);
        assertThat(CloneDirectory.of(market, other.root()).hundredths()).isEqualTo(25);
        assertThatThrownBy(() -> CloneDirectory.of(market, other.root()).add("sku 1"))
                .hasMessageContaining("--symbol sku 1 is no symbol");
    }

    /** Starts the clone as often as it needs to have all that the market has. */
    private ClonedChains whole(CloneDirectory directory, Platform market) throws Exception {
        ClonedChains chains;
        do {
            chains = mirror(directory, market);
            assertThat(chains.different()).as(screen.toString()).isEmpty();
        } while (chains.behind() > 0 || chains.equal().isEmpty());
        return chains;
    }

    private ClonedChains mirror(CloneDirectory directory, Platform market) throws Exception {
        try (StopSignal stop = StopSignal.take();
                Platform clone =
                        start(PlatformSettings.onFreePorts(directory.data().root())
                                .withProperty(MatchingProperties.MATCHING, MatchingProperties.MIRRORED, "true"))) {
            return new CloneRun(
                            clone,
                            directory,
                            market.streams(),
                            0,
                            Duration.ofSeconds(2),
                            new PrintWriter(screen, true),
                            stop)
                    .play();
        }
    }

    /** Until a checkpoint of what was put is in the lake. */
    private static void awaitLake(Platform market) throws Exception {
        long put = System.currentTimeMillis();
        for (int checkpoint = 0; checkpoint < 2; checkpoint++) {
            while (market.newestCheckpoint().orElse(0L) <= put) {
                Thread.sleep(20);
            }
            put = market.newestCheckpoint().orElseThrow();
        }
    }

    private static Platform start(PlatformSettings settings) throws Exception {
        return Platform.start(settings.withCheckpointInterval(Duration.ofMillis(500)));
    }

    private static void tick(Platform platform, String symbol) throws Exception {
        byte[] tick = ("{\"type\":\"Tick\",\"symbol\":\"" + symbol + "\",\"account\":\"clock\"}")
                .getBytes(StandardCharsets.UTF_8);
        try (KinesisProducer producer = KinesisProducer.open(platform.streams(), Streams.COMMANDS)) {
            producer.put(List.of(new OutgoingRecord(symbol, tick)));
        }
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
