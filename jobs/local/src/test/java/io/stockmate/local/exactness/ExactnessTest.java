package io.stockmate.local.exactness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.market.MarketRules;
import io.stockmate.lake.LakeTable;
import io.stockmate.local.CountingFile;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExactnessTest {
    private static final LogRun.Lived NOT_KILLED = new LogRun.Lived(List.of(), 0, "");

    @TempDir
    private Path directory;

    @Test
    void killedRunGivesWhatACleanOneOnOtherStateAndFewerThreadsGives() throws Exception {
        List<String> told = new ArrayList<>();
        Path kept = directory.resolve("kept");
        ExactnessReport report = new ExactnessProof(directory, 1, 2_000, 1, 2, 0.02, kept).run(told::add, told::add);
        assertThat(report.violations()).as(() -> String.join("\n", told)).isZero();
        assertThat(report.kills()).isEqualTo(1);
        assertThat(report.killsInsideCheckpoint()).isEqualTo(1);
        assertThat(report.faults()).isPositive();
        assertThat(report.symbols()).isGreaterThan(10);

        assertThat(kept.resolve("events")).isNotEmptyFile();
        assertThat(LakeContents.of(kept.resolve("lake")).chains())
                .isEqualTo(LakeContents.of(DataDirectory.of(
                                        directory.resolve(Variant.some(2).get(0).title()))
                                .lake())
                        .chains());
        assertThatJudgeSeesAMissingFile();
    }

    private void assertThatJudgeSeesAMissingFile() throws Exception {
        Variant variant = Variant.some(2).get(0);
        DataDirectory data = DataDirectory.of(directory.resolve(variant.title()));
        RecordedLog log = LogRecorder.record(
                directory.resolve("again"), directory.resolve("again-events"), StillMarket.rules(), 1, 2_000);
        RunJudge judge = new RunJudge(log, data.root(), false);
        RunResult whole = RunResult.read(data, variant, NOT_KILLED, directory.resolve("scratch-1"));
        assertThat(judge.violations(whole, data)).isEmpty();

        RunResult unfinished = new RunResult(
                variant,
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
        RunResult damaged = RunResult.read(data, variant, NOT_KILLED, directory.resolve("scratch-2"));
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
        RecordedLog one =
                LogRecorder.record(directory.resolve("one"), directory.resolve("one-events"), rules, 7, 1_000);
        RecordedLog same =
                LogRecorder.record(directory.resolve("same"), directory.resolve("same-events"), rules, 7, 1_000);
        RecordedLog other =
                LogRecorder.record(directory.resolve("other"), directory.resolve("other-events"), rules, 8, 1_000);
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
