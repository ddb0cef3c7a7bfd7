package io.stockmate.local.exactness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.market.MarketRules;
import io.stockmate.lake.LakeTable;
import io.stockmate.local.CountingFile;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import io.stockmate.pipelines.runtime.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class ExactnessTest {
    private static final Variant CLEAN = Variant.some(2).get(0);
    private static final long SEED = 1;
    private static final int RECORDS = 1_200;
    private static final double FAULTS = 0.02;
    private static final LogRun.Lived NOT_KILLED = new LogRun.Lived(List.of(), 0, "");

    @TempDir
    private Path directory;

    /** As {@code ./stockmate verify exactness} does, but that only what is killed has processes of its own. */
    @Test
    void killedRunGivesWhatACleanOneOnOtherStateAndFewerThreadsGives() throws Exception {
        Path kept = Files.createDirectory(directory.resolve("kept"));
        List<String> lines = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        List<RecordedLog> logs = new ArrayList<>();
        ExactnessReport report = new ExactnessProof(directory, SEED, RECORDS, 1, 2, FAULTS, kept)
                .run(lines::add, violations::add, (log, data, variant) -> {
                    logs.add(log);
                    return runToItsEnd(log, data, variant);
                });

        assertThat(violations).isEmpty();
        assertThat(report.violations()).isZero();
        assertThat(report.runs()).isEqualTo(2);
        assertThat(report.kills()).isEqualTo(1);
        assertThat(report.killsInsideCheckpoint()).isEqualTo(1);
        assertThat(report.faults()).isPositive();
        assertThat(report.recoveryP95Ms()).isPositive();
        assertThat(report.recoversWithin(Duration.ofMillis(report.recoveryP95Ms() - 1)))
                .isFalse();
        assertThat(report.symbols()).isGreaterThan(10);
        assertThat(report.records()).isGreaterThanOrEqualTo(RECORDS);
        assertThat(lines).hasSize(3);

        RecordedLog log = logs.get(0);
        assertThat(LakeContents.of(kept.resolve("lake")).chains()).isEqualTo(log.chains());
        assertThat(kept.resolve("events")).hasSameBinaryContentAs(directory.resolve("events"));
        assertThatStandstillAndAMissingFileAreSeen(log, DataDirectory.of(directory.resolve(CLEAN.title())));
    }

    private static LogRun.Lived runToItsEnd(RecordedLog log, DataDirectory data, Variant variant) throws Exception {
        log.copyTo(data.streams());
        PlatformSettings settings = PlatformSettings.onFreePorts(data.root())
                .withCheckpointInterval(Duration.ofSeconds(1))
                .withParallelism(variant.parallelism())
                .withProperty(
                        MatchingProperties.FLINK,
                        JobSettings.STATE_BACKEND,
                        variant.state().name());
        try (Platform platform = Platform.start(settings)) {
            platform.awaitMatched();
        }
        return NOT_KILLED;
    }

    private void assertThatStandstillAndAMissingFileAreSeen(RecordedLog log, DataDirectory data) throws Exception {
        RunResult whole = RunResult.read(data, CLEAN, NOT_KILLED, directory.resolve("scratch-1"));
        RunJudge judge = new RunJudge(log, data.root(), false);
        assertThat(judge.violations(whole, data)).isEmpty();
        RunResult unfinished = new RunResult(
                CLEAN,
                whole.kills(),
                whole.faults(),
                "nothing more came",
                whole.published(),
                whole.lake(),
                whole.reconciled(),
                whole.replayed(),
                whole.undelivered());
        assertThat(judge.violations(unfinished, data))
                .extracting(Violation::invariant)
                .containsExactly(Invariant.RUN_COMES_TO_ITS_END);

        Files.delete(CountingFile.of(data.lake().resolve("stock_level")));
        RunResult damaged = RunResult.read(data, CLEAN, NOT_KILLED, directory.resolve("scratch-2"));
        assertThat(damaged.lake().tables().get(LakeTable.STOCK_LEVEL))
                .isNotEqualTo(whole.lake().tables().get(LakeTable.STOCK_LEVEL));
        List<Violation> found = judge.violations(damaged, data);
        assertThat(found.stream().map(Violation::invariant))
                .contains(Invariant.COMMANDS_GIVE_THE_EVENTS, Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED);
        assertThat(found.stream().map(Violation::place)).contains("table stock_level", "in replay");
    }

    @Test
    void seedGivesTheSameLogAndAnotherSeedAnother() throws Exception {
        MarketRules rules = StillMarket.rules();
        RecordedLog one = LogRecorder.record(directory.resolve("one"), directory.resolve("one-events"), rules, 7, 700);
        RecordedLog same =
                LogRecorder.record(directory.resolve("same"), directory.resolve("same-events"), rules, 7, 700);
        RecordedLog other =
                LogRecorder.record(directory.resolve("other"), directory.resolve("other-events"), rules, 8, 700);
        assertThat(contents(one)).isEqualTo(contents(same));
        assertThat(one.chains()).isEqualTo(same.chains()).isNotEqualTo(other.chains());
    }

    @Test
    void everyPairOfCircumstancesMeetsInFourRuns() {
        List<Variant> four = Variant.some(4);
        assertThat(four.stream().map(run -> run.killed() + " " + run.parallelism()))
                .doesNotHaveDuplicates();
        assertThat(four.stream().map(run -> run.killed() + " " + run.state())).doesNotHaveDuplicates();
        assertThat(four.stream().map(run -> run.parallelism() + " " + run.state()))
                .doesNotHaveDuplicates();
        assertThat(Variant.some(8)).doesNotHaveDuplicates().hasSize(8);
        assertThatThrownBy(() -> Variant.some(3)).hasMessageContaining("--runs is 3");
    }

    @Test
    void percentileIsOneOfTheValues() {
        assertThat(Percentile.of(List.of(), 95)).isZero();
        assertThat(Percentile.of(List.of(30L, 10L, 20L), 50)).isEqualTo(20);
        assertThat(Percentile.of(List.of(30L, 10L, 20L), 95)).isEqualTo(30);
    }

    /** The logs of the shards, byte by byte. */
    private static Map<String, String> contents(RecordedLog log) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(log.streams())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                contents.put(
                        log.streams().relativize(file).toString(), new String(Files.readAllBytes(file), "ISO-8859-1"));
            }
        }
        assertThat(contents).hasSizeGreaterThan(4);
        return contents;
    }
}
