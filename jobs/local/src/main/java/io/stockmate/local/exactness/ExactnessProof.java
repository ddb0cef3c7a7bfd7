package io.stockmate.local.exactness;

import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Directories;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one recorded log in several circumstances: clean and killed, at parallelism 1 and 2, with state on the heap and
 * in RocksDB. {@link RunJudge} says what must hold of each run.
 */
public final class ExactnessProof {
    /** Runs a log from its first record to its last; the directory is not there. */
    @FunctionalInterface
    interface CleanRun {
        LogRun.Lived run(RecordedLog log, DataDirectory data, Variant variant) throws Exception;
    }

    private static final String EVENTS = "events";
    private static final double FAULT_SHARE_MAX = 0.5;

    private final Path directory;
    private final long seed;
    private final long records;
    private final int killCount;
    private final List<Variant> variants;
    private final @Nullable Path kept;
    private final double faultShare;

    /**
     * @param directory that is empty; holds the log and the runs, the first of which is kept to the end
     * @param seed of the log, and of the moments of the kills
     * @param records in the log, at least
     * @param killCount in each run that is killed
     * @param runCount 2 (every value of each circumstance), 4 (every pair of values) or 8 (all)
     * @param faultShare of the requests to Kinesis and Firehose that fail in each run that is killed, 0 to 0.5
     * @param kept gets the lake of the last killed run and the events that plain Java makes of the log; null if nothing is
     *     to be kept
     * @throws IllegalArgumentException for another number of runs, or another share
     */
    public ExactnessProof(
            Path directory,
            long seed,
            long records,
            int killCount,
            int runCount,
            double faultShare,
            @Nullable Path kept) {
        if (!(faultShare >= 0 && faultShare <= FAULT_SHARE_MAX)) {
            throw new IllegalArgumentException(
                    "--faults is " + faultShare + ": give a share of the requests from 0 to " + FAULT_SHARE_MAX);
        }
        this.directory = directory;
        this.seed = seed;
        this.records = records;
        this.killCount = killCount;
        this.variants = Variant.some(runCount);
        this.kept = kept;
        this.faultShare = faultShare;
    }

    /**
     * @param out gets a line for the log, and one for each run as it ends
     * @param bad gets a line for each violation
     */
    public ExactnessReport run(Consumer<String> out, Consumer<String> bad) throws Exception {
        return run(
                out,
                bad,
                (log, data, variant) -> LogRun.run(
                        log, data, variant, 0, new Random(seed), new FaultShare(seed, 0), Program.itself(false)));
    }

    /** @param cleanRun need not be in a process of its own, as nobody kills it */
    ExactnessReport run(Consumer<String> out, Consumer<String> bad, CleanRun cleanRun) throws Exception {
        RecordedLog log = LogRecorder.record(
                directory.resolve("log"), directory.resolve(EVENTS), StillMarket.rules(), seed, records);
        out.accept("log: " + log.records() + " records, " + log.commandCount() + " commands of "
                + log.chains().size() + " symbols; a shard is split on the way, and two are merged");
        RunJudge judge = new RunJudge(log, directory.resolve(variants.get(0).title()), false);
        List<RunResult> results = new ArrayList<>();
        long violations = 0;
        for (Variant variant : variants) {
            DataDirectory data = DataDirectory.of(directory.resolve(variant.title()));
            LogRun.Lived lived = variant.killed() ? killedRun(log, data, variant) : cleanRun.run(log, data, variant);
            RunResult result = RunResult.read(data, variant, lived, data.root().resolve("scratch"));
            List<String> found = Stream.concat(
                            judge.violations(result, data).stream().map(Violation::text),
                            RunJudge.shortcomings(result).stream())
                    .toList();
            out.accept(result.text());
            found.forEach(violation -> bad.accept(variant.title() + ": " + violation));
            violations += found.size();
            results.add(result);
            if (kept != null && variant.killed()) {
                keep(data, kept);
            }
            if (results.size() > 1) {
                Directories.remove(data.root());
            }
        }
        return ExactnessReport.of(log, results, violations);
    }

    private LogRun.Lived killedRun(RecordedLog log, DataDirectory data, Variant variant) throws Exception {
        // Not by its place in the list: whatever runs beside it, a run is killed at the same moments.
        Random chance = new Random(seed * 31 + variant.title().hashCode());
        FaultShare faults = new FaultShare(seed, faultShare);
        return LogRun.run(log, data, variant, killCount, chance, faults, Program.itself(false));
    }

    /** Copies: the two directories may lie on two disks. */
    private void keep(DataDirectory data, Path place) throws IOException {
        Path lake = place.resolve("lake");
        Directories.remove(lake);
        Directories.copy(data.lake(), lake);
        Files.copy(directory.resolve(EVENTS), place.resolve(EVENTS), StandardCopyOption.REPLACE_EXISTING);
    }
}
