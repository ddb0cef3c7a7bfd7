package io.stockmate.local.exactness;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Directories;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Violation;
import io.stockmate.pipelines.runtime.JobSettings.StateBackendType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Runs the log of one seed, first as the program is and then with bugs in it, and judges every run as those of {@link
 * ExactnessProof} are judged.
 */
final class BugHunt {
    /** All runs but the first are at this parallelism. */
    private static final int PARALLELISM = 2;

    private static final Duration PATIENCE_WITH_BUGS = Duration.ofSeconds(30);

    private final Path directory;
    private final long seed;
    private final RecordedLog log;
    private final RunJudge judge;
    private final List<Violation> ofTheFirstRun;

    private BugHunt(Path directory, long seed, RecordedLog log) throws IOException, InterruptedException {
        this.directory = directory;
        this.seed = seed;
        this.log = log;
        this.judge = new RunJudge(log, first(directory).root(), true);
        this.ofTheFirstRun = judged(first(directory), 0, 0, Program.itself(true));
    }

    /**
     * Records the log and runs it without kills.
     *
     * @param directory that is empty
     */
    static BugHunt begin(Path directory, long seed, long records) throws IOException, InterruptedException {
        RecordedLog log = LogRecorder.record(
                directory.resolve("log"), directory.resolve("events"), StillMarket.rules(), seed, records);
        return new BugHunt(directory, seed, log);
    }

    private static DataDirectory first(Path directory) {
        return DataDirectory.of(directory.resolve("first"));
    }

    long records() {
        return log.records();
    }

    /** What the runs without a bug violate: the first, and one that is killed. */
    List<Violation> control(int kills, double faults) throws IOException, InterruptedException {
        return ofTheFirstRun.isEmpty() ? judged("control", kills, faults, Program.itself(true)) : ofTheFirstRun;
    }

    /** @param classes that take the place of the program's own */
    List<Violation> violations(PlantedBug bug, Path classes) throws IOException, InterruptedException {
        Program program = Program.itself(true).with(classes).withPatience(PATIENCE_WITH_BUGS);
        return judged(bug.name(), bug.kills(), bug.faults(), program);
    }

    private List<Violation> judged(String name, int kills, double faults, Program program)
            throws IOException, InterruptedException {
        DataDirectory data = DataDirectory.of(directory.resolve(name));
        try {
            return judged(data, kills, faults, program);
        } finally {
            LocalPostgres.endOrphan(data.postgres());
            Directories.remove(data.root());
        }
    }

    private List<Violation> judged(DataDirectory data, int kills, double faults, Program program)
            throws IOException, InterruptedException {
        Variant variant = new Variant(kills > 0, PARALLELISM, StateBackendType.hashmap);
        try {
            LogRun.Lived lived =
                    LogRun.run(log, data, variant, kills, new Random(seed), new FaultShare(seed, faults), program);
            RunResult result = RunResult.read(data, variant, lived, data.root().resolve("scratch"));
            return judge.violations(result, data);
        } catch (CommandFailed stuck) {
            List<Violation> found = brokenOff(data);
            found.add(new Violation(
                    Invariant.RUN_COMES_TO_ITS_END, "all symbols", "in the run", String.valueOf(stuck.getMessage())));
            return found;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("the run in " + data.root() + " cannot be judged", failure);
        }
    }

    /**
     * What is wrong with the stream of a run that did not come to its end, whatever would have followed; nothing, where
     * the program had to be killed, as then nobody may read what it left.
     */
    private static List<Violation> brokenOff(DataDirectory data) throws IOException {
        List<Violation> found = new ArrayList<>();
        try (StillMarket market = StillMarket.open(data)) {
            Publication.of(market)
                    .broken()
                    .forEach((symbol, why) ->
                            found.add(new Violation(Invariant.CHAIN_FOLLOWS, symbol, "in the stream", why)));
            Reconciliation.of(market, StillMarket.rules(), data.root().resolve("scratch")).violations().stream()
                    .filter(violation -> violation.invariant() == Invariant.REPEATS_SAY_THE_SAME)
                    .forEach(found::add);
            return found;
        } catch (CommandFailed killed) {
            return found;
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("what the run in " + data.root() + " has left cannot be read", failure);
        }
    }
}
