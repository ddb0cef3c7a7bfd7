package io.stockmate.local.exactness;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Runs a log from its first record to its last in processes of which all but the last are killed. */
final class LogRun {

    /** A life lasts from its first new event so long at least: before its first checkpoint. */
    private static final int LIFE_MS_MIN = 200;

    /** And at most so long, unless a checkpoint is waited for: after some of them. */
    private static final int LIFE_MS_MAX = 2_800;

    /** A checkpoint takes some tens of milliseconds. */
    private static final int INTO_CHECKPOINT_MS_MAX = 20;

    /** Time that the log must last for each life, killed in a checkpoint that is waited for behind two others. */
    private static final long LIFE_AND_CHECKPOINTS_MS = 5_500;

    /** Requests to a shard are this far apart. */
    private static final long REQUEST_INTERVAL_MS = 50;

    private static final long RECORDS_PER_REQUEST_MAX = 10_000;

    /** Before the first event of a life, on top of the program's. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    /**
     * What a run went through.
     *
     * @param faults that were told, of the endpoints
     * @param unfinished what did not come before the end; empty where all was worked off
     */
    record Lived(List<Kill> kills, long faults, String unfinished) {}

    private final RecordedLog log;
    private final DataDirectory data;
    private final Variant variant;
    private final FaultShare faults;
    private final Program program;
    private final Progress progress = new Progress();
    private final long recordsPerRequest;
    private final List<Kill> kills = new ArrayList<>();
    private int lives;
    private String unfinished = "";

    private LogRun(
            RecordedLog log, DataDirectory data, Variant variant, int killCount, FaultShare faults, Program program) {
        this.log = log;
        this.data = data;
        this.variant = variant;
        this.faults = faults;
        this.program = program;
        this.recordsPerRequest = killCount == 0 ? RECORDS_PER_REQUEST_MAX : paced(log.longestPath(), killCount);
    }

    /** As many as give each life its share of the work. */
    private static long paced(long longestPath, int killCount) {
        long requests = (killCount + 1) * LIFE_AND_CHECKPOINTS_MS / REQUEST_INTERVAL_MS;
        return Math.max(1, Math.min(RECORDS_PER_REQUEST_MAX, longestPath / requests));
    }

    /**
     * @param data a directory that is not there
     * @param killCount the first and every other kill falls into a checkpoint behind two that are complete, so that the
     *     next life goes on from one that tells what changed since another
     * @param chance of when they come
     * @param faults of the endpoints, in every life
     * @throws CommandFailed where the program ends by itself, or does not go on
     */
    static Lived run(
            RecordedLog log,
            DataDirectory data,
            Variant variant,
            int killCount,
            Random chance,
            FaultShare faults,
            Program program)
            throws IOException, InterruptedException {
        log.copyTo(data.streams());
        LogRun run = new LogRun(log, data, variant, killCount, faults, program);
        for (int i = 0; i < killCount; i++) {
            run.liveAndDie(chance, i % 2 == 0);
        }
        run.liveToTheEnd();
        return new Lived(run.kills, run.progress.faults(), run.unfinished);
    }

    private void liveAndDie(Random chance, boolean insideCheckpoint) throws IOException, InterruptedException {
        long before = progress.sum();
        Checkpoints checkpoints = Checkpoints.of(data);
        try (PlatformProcess process =
                PlatformProcess.start(program, data, variant, recordsPerRequest, faults.ofLife(lives++), progress)) {
            require("a new event", process, () -> progress.sum() > before);
            Thread.sleep(chance.nextInt(LIFE_MS_MIN, LIFE_MS_MAX));
            if (insideCheckpoint) {
                require("a complete checkpoint", process, checkpoints::isOneComplete);
                Checkpoints later = Checkpoints.of(data);
                require("another complete checkpoint", process, later::isOneComplete);
                require("a checkpoint", process, later::isOneUnderWay);
                Thread.sleep(chance.nextInt(INTO_CHECKPOINT_MS_MAX));
            }
            process.requireAlive();
            long sentAt = System.currentTimeMillis();
            process.kill();
            long deadAt = System.currentTimeMillis();
            kills.add(new Kill(sentAt, deadAt, checkpoints.isOneUnderWay(), left()));
        }
    }

    private void liveToTheEnd() throws IOException, InterruptedException {
        try (PlatformProcess process =
                PlatformProcess.start(program, data, variant, recordsPerRequest, faults.ofLife(lives++), progress)) {
            if (!comes(process, () -> left() == 0)) {
                unfinished = standstill("the last command's events");
            }
            process.end();
        }
    }

    private long left() {
        return log.commandCount() - progress.sum();
    }

    private void require(String what, PlatformProcess process, BooleanSupplier holds)
            throws IOException, InterruptedException {
        if (!comes(process, holds)) {
            throw new CommandFailed(standstill(what));
        }
    }

    private String standstill(String what) {
        return variant.title() + ": " + program.patience().toSeconds() + " s went by without progress, " + left()
                + " commands are left, and " + what + " did not come: see " + data.log();
    }

    /** Waits as long as there is progress, and for the program's patience without any; returns whether it came. */
    private boolean comes(PlatformProcess process, BooleanSupplier holds) throws IOException, InterruptedException {
        long sum = progress.sum();
        long deadline =
                System.nanoTime() + START_PATIENCE.plus(program.patience()).toNanos();
        while (!holds.getAsBoolean()) {
            process.requireAlive();
            if (progress.sum() > sum) {
                sum = progress.sum();
                deadline = System.nanoTime() + program.patience().toNanos();
            } else if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(1);
        }
        return true;
    }
}
