package io.stockmate.benchmarks.simulation;

import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.TradeNotKept;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.BrokenSequence;
import io.stockmate.core.view.EventPosition;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * One life of a market: matching, accounting, anomaly and demand work off a stream of commands side by side, in an order
 * that the seed gives, and each of them crashes now and then between any two steps. In the end everything must be as if
 * nothing had failed. The same seed always gives the same life.
 */
public final class Simulation {
    private static final MarketRules RULES =
            MarketRules.of(List.of(RandomTrade.OPERATOR), MarketRules.CORRECTABLE_MS_DEFAULT);
    private static final LedgerSettings BOOKS = LedgerSettings.of(MarketRules.CORRECTABLE_MS_DEFAULT);
    private static final EventPosition START = EventPosition.start(RULES.hash());
    private static final int[] STEPS_PER_CRASH = {1_000, 4_000, 16_000};
    private static final int RESHARDED_EACH = 20_000;
    private static final int LOOKED_EACH = 64;
    private static final int STEPS_PER_RECORD_MAX = 3_000;
    private static final int STEPS_MORE_MAX = 200_000;

    private final long seed;
    private final int commands;
    private final Mechanisms mechanisms;
    private final SplittableRandom random;
    private long steps;
    private long crashes;

    private Simulation(long seed, int commands, Mechanisms mechanisms) {
        this.seed = seed;
        this.commands = commands;
        this.mechanisms = mechanisms;
        this.random = new SplittableRandom(~seed);
    }

    /** Lives the life of a seed, with so many commands. */
    public static SimulatedLife of(long seed, int commands) {
        return of(seed, commands, new Mechanisms());
    }

    static SimulatedLife of(long seed, int commands, Mechanisms mechanisms) {
        return new Simulation(seed, commands, mechanisms).run();
    }

    private SimulatedLife run() {
        Sinks sinks = new Sinks(new Topic<>(1 + random.nextInt(3)));
        try {
            Topic<LoggedCommand> stream = RandomTrade.stream(seed, commands);
            Expected expected = expected(stream);
            work(stream, jobs(stream, sinks), sinks);
            return life(sinks, Judge.of(expected, sinks));
        } catch (BrokenSequence broken) {
            return broken(Invariant.CHAIN_FOLLOWS, sinks, broken);
        } catch (Ledger.Contradicted broken) {
            return broken(Invariant.DATABASE_IS_THE_LAKE, sinks, broken);
        } catch (TradeNotKept broken) {
            return broken(Invariant.BOOKS_FOLLOW_THE_EVENTS, sinks, broken);
        } catch (RuntimeException | AssertionError | StackOverflowError failed) {
            return broken(Invariant.RUN_COMES_TO_ITS_END, sinks, failed);
        }
    }

    static Expected expected(Topic<LoggedCommand> stream) {
        Mechanisms sound = new Mechanisms();
        KeyedState state = new KeyedState();
        return Expected.of(
                stream,
                new MatchingWork(RULES, state, sound),
                List.of(
                        new KeptBooks(BOOKS, state, sound),
                        new WatchedSymbols(state, sound),
                        new PlannedDemand(state, sound)));
    }

    private List<SimulatedJob<?>> jobs(Topic<LoggedCommand> stream, Sinks sinks) {
        return List.of(
                new SimulatedJob<>(
                        "matching",
                        stream,
                        record -> record.command().symbol(),
                        state -> new MatchingWork(RULES, state, mechanisms),
                        sinks,
                        mechanisms,
                        random),
                reader("accounting", sinks, state -> new KeptBooks(BOOKS, state, mechanisms)),
                reader("anomaly", sinks, state -> new WatchedSymbols(state, mechanisms)),
                reader("demand", sinks, state -> new PlannedDemand(state, mechanisms)));
    }

    private SimulatedJob<Event> reader(String name, Sinks sinks, Function<KeyedState, Consumer> rules) {
        return new SimulatedJob<>(
                name,
                sinks.events(),
                Event::symbol,
                state -> new ReadingWork(START, state, rules.apply(state), mechanisms),
                sinks,
                mechanisms,
                random);
    }

    /** @throws IllegalStateException if there is no end, or a job finds what cannot be */
    private void work(Topic<LoggedCommand> stream, List<SimulatedJob<?>> jobs, Sinks sinks) {
        int stepsPerCrash = STEPS_PER_CRASH[random.nextInt(STEPS_PER_CRASH.length)];
        long records = stream.shards().stream()
                .mapToLong(shard -> shard.records().size())
                .sum();
        long stepsMax = STEPS_MORE_MAX + records * STEPS_PER_RECORD_MAX;
        for (int idle = 0; steps < stepsMax; steps++) {
            SimulatedJob<?> job = jobs.get(random.nextInt(jobs.size()));
            if (random.nextInt(stepsPerCrash) == 0) {
                job.crash();
                crashes++;
            } else if (random.nextInt(RESHARDED_EACH) == 0) {
                sinks.events().reshard(random);
            } else if (!job.step() && ++idle % LOOKED_EACH == 0 && jobs.stream().allMatch(SimulatedJob::rests)) {
                return;
            }
        }
        throw new IllegalStateException("still at work");
    }

    private SimulatedLife broken(Invariant invariant, Sinks sinks, Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        String where = frames.length == 0 ? "" : " at " + frames[0];
        return life(sinks, List.of(new Violation(invariant, "*", "step " + steps, failure + where)));
    }

    private SimulatedLife life(Sinks sinks, List<Violation> violations) {
        return new SimulatedLife(seed, steps, crashes, sinks.published(), sinks.eventsTaken(), violations);
    }
}
