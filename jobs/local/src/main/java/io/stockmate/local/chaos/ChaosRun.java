package io.stockmate.local.chaos;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import io.stockmate.pipelines.runtime.JobSettings.StateBackendType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo market on a platform that a seed's faults strike, from its first order to the judgement. */
public final class ChaosRun {
    private static final Logger LOG = LoggerFactory.getLogger(ChaosRun.class);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long LOOK_AGAIN_MS = 20;
    private static final int PARALLELISM_MAX = 2;

    private final ChaosSettings settings;
    private final long seed;
    private final ChaosPlan plan;
    private final DataDirectory data;
    private final StateBackendType state;
    private final int portBase = FreePorts.inARow();
    private final List<ChaosLife> lives = new ArrayList<>();
    private final TreeMap<String, Integer> made = new TreeMap<>();
    private long endpointFaults;

    private ChaosRun(ChaosSettings settings, long seed, Path directory) throws IOException {
        this.settings = settings;
        this.seed = seed;
        this.plan = ChaosPlan.of(seed, settings.orders(), settings.kills(), settings.faults());
        this.data = DataDirectory.of(directory.resolve("data"));
        // Every other seed: a checkpoint of one is nothing to the other.
        this.state = seed % 2 == 0 ? StateBackendType.hashmap : StateBackendType.rocksdb;
    }

    /**
     * What the platform cannot do is a violation.
     *
     * @param directory that is not there
     */
    public static ChaosResult of(ChaosSettings settings, long seed, Path directory)
            throws IOException, InterruptedException {
        return new ChaosRun(settings, seed, directory).run(directory);
    }

    private ChaosResult run(Path directory) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            long orders = live();
            ChaosJudge.Judgement judgement = ChaosJudge.of(data, directory.resolve("scratch"));
            List<Long> recoveries = recoveries(judgement.firstArrivals());
            List<Violation> violations = new ArrayList<>(judgement.violations());
            if (recoveries.size() < lives.size() - 1) {
                violations.add(stuck("no event came after a kill"));
            }
            return new ChaosResult(
                    seed,
                    plan,
                    orders,
                    judgement.firstArrivals().length,
                    judgement.repeats(),
                    judgement.verdict().accounts().trades(),
                    judgement.notices(),
                    judgement.forecasts(),
                    made,
                    endpointFaults,
                    recoveries,
                    System.nanoTime() - begun,
                    violations);
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception failure) {
            LOG.error("seed {} came to no end", seed, failure);
            List<Violation> violations = List.of(stuck(String.valueOf(failure)));
            long nanos = System.nanoTime() - begun;
            return new ChaosResult(seed, plan, 0, 0, 0, 0, 0, 0, made, endpointFaults, List.of(), nanos, violations);
        }
    }

    private Violation stuck(String why) {
        return new Violation(Invariant.RUN_COMES_TO_ITS_END, "*", "life " + lives.size(), why);
    }

    /** Returns how many orders there were. */
    private long live() throws Exception {
        URI kinesis = URI.create("http://127.0.0.1:" + (portBase + 1));
        try (ChaosMarket market = ChaosMarket.start(kinesis, seed, settings);
                Reshards reshards = Reshards.of(kinesis)) {
            ChaosProcess process = start(market);
            try {
                for (ChaosPlan.Step step : plan.steps()) {
                    awaitMore("orders", market::orders, step.orders(), process);
                    if (step.fault() == null) {
                        kill(market, process);
                        process = start(market);
                        long ready = lives.get(lives.size() - 1).readyTime();
                        awaitMore("events' time", market::newest, ready + 1, process);
                    } else {
                        make(step, process, reshards);
                    }
                }
                awaitMore("orders", market::orders, settings.orders(), process);
                market.close();
                endpointFaults += process.faults();
                process.end();
                return market.orders();
            } finally {
                process.close();
                LocalPostgres.endOrphan(data.postgres());
            }
        }
    }

    private ChaosProcess start(ChaosMarket market) throws IOException, InterruptedException {
        boolean faulty = settings.faults().contains(ChaosFault.ENDPOINTS);
        ChaosProcess process = ChaosProcess.start(
                data,
                List.of(
                        Integer.toString(portBase),
                        Integer.toString(1 + random().nextInt(PARALLELISM_MAX)),
                        state.name(),
                        Long.toString(settings.speed()),
                        Double.toString(faulty ? settings.faultShare() : 0),
                        Long.toString(plan.endpointSeed() + lives.size())));
        try {
            ChaosLife life = process.awaitReady();
            lives.add(life);
            market.open(life.readyTime());
            return process;
        } catch (IOException | InterruptedException | RuntimeException late) {
            process.close();
            throw late;
        }
    }

    /** Of the life that is to begin, or has ended: what one finds does not change the next. */
    private SplittableRandom random() {
        return new SplittableRandom(~seed + lives.size());
    }

    private void make(ChaosPlan.Step step, ChaosProcess process, Reshards reshards) throws Exception {
        ChaosFault fault = step.made();
        if (fault != ChaosFault.RESHARD) {
            process.make(fault, step.lastsMs());
            made.merge(fault.title(), 1, Integer::sum);
        } else if (reshards.one(new SplittableRandom(step.seed()))) {
            made.merge(fault.title(), 1, Integer::sum);
        }
    }

    private void kill(ChaosMarket market, ChaosProcess process) throws IOException, InterruptedException {
        process.requireAlive();
        endpointFaults += process.faults();
        long sentAt = System.currentTimeMillis();
        process.kill();
        market.pause();
        int last = lives.size() - 1;
        lives.set(last, lives.get(last).killed(sentAt, System.currentTimeMillis(), settings.speed()));
        made.merge("kill", 1, Integer::sum);
        if (settings.faults().contains(ChaosFault.CHECKPOINT_TORN)) {
            int torn = TornCheckpoints.leave(data, random());
            made.merge(ChaosFault.CHECKPOINT_TORN.title(), torn, Integer::sum);
        }
    }

    /** Waits as long as there is progress, and for {@link #PATIENCE} without any. */
    private void awaitMore(String what, LongSupplier count, long least, ChaosProcess process)
            throws IOException, InterruptedException {
        long seen = count.getAsLong();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count.getAsLong() < least) {
            process.requireAlive();
            if (count.getAsLong() > seen) {
                seen = count.getAsLong();
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new CommandFailed("no more " + what + " than " + seen + " of " + least + " within "
                        + PATIENCE.toSeconds() + " s: see " + data.log());
            }
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }

    /** From each kill to the first event that came after it, where there is one. */
    private List<Long> recoveries(long[] firstArrivals) {
        List<Long> recoveries = new ArrayList<>();
        for (ChaosLife killed : lives.subList(0, lives.size() - 1)) {
            Arrays.stream(firstArrivals)
                    .filter(arrival -> arrival > killed.killedTime())
                    .limit(1)
                    .forEach(arrival -> recoveries.add(machineTime(arrival) - killed.killedAt()));
        }
        return recoveries;
    }

    /** By the clock of the life in which it was: the last that had begun. */
    private long machineTime(long arrival) {
        ChaosLife its = lives.get(0);
        for (ChaosLife life : lives) {
            if (life.readyTime() <= arrival) {
                its = life;
            }
        }
        return its.machineTime(arrival, settings.speed());
    }
}
