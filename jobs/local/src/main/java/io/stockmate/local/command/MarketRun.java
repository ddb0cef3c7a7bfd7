package io.stockmate.local.command;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.Ink;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.console.TextTable;
import io.stockmate.local.platform.OperatorTimes;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.Streams;
import io.stockmate.local.scoreboard.Score;
import io.stockmate.local.scoreboard.ScoreLine;
import io.stockmate.local.scoreboard.StreamWatch;
import io.stockmate.local.scoreboard.Summary;
import io.stockmate.local.scoreboard.Tally;
import io.stockmate.local.verify.PlantedFile;
import io.stockmate.producers.AtPace;
import io.stockmate.producers.Clock;
import io.stockmate.producers.DemandPattern;
import io.stockmate.producers.DemoMarket;
import io.stockmate.producers.EventFeed;
import io.stockmate.producers.FailureListener;
import io.stockmate.producers.FileProducer;
import io.stockmate.producers.KinesisCommandOutlet;
import io.stockmate.producers.KinesisEventFeed;
import io.stockmate.producers.Pace;
import io.stockmate.producers.PaymentProvider;
import io.stockmate.producers.Producer;
import io.stockmate.producers.ProducerLoop;
import io.stockmate.producers.Producers;
import io.stockmate.producers.planted.PlantedMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A market on a platform: producers, a scoreboard while they produce, and a summary at the end. */
final class MarketRun {
    static final int RATE_DEFAULT = DemoMarket.RATE_DEFAULT;

    private static final long CLOCK_INTERVAL_MS = 1_000;
    private static final long FAST_CLOCK_INTERVAL_MS = 15 * 60 * 1_000;
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration LINE = Duration.ofSeconds(1);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);
    private static final long LOOK_AGAIN_MS = 20;

    private final Platform platform;
    private final PrintWriter out;
    private final Ink ink;
    private final StopSignal stop;
    private final long startedNs = System.nanoTime();
    private int drawn;

    MarketRun(Platform platform, PrintWriter out, Ink ink, StopSignal stop) {
        this.platform = platform;
        this.out = out;
        this.ink = ink;
        this.stop = stop;
    }

    /** Plays until the time is over or someone stops it; returns the exit status. */
    int play(@Nullable Duration duration, long seed, int rate, boolean demo, @Nullable Path input) throws Exception {
        addresses().lines().forEach(out::println);
        out.println();
        try (StreamWatch watch = StreamWatch.start(platform);
                BooksBoard books = BooksBoard.start(platform, watch.tally())) {
            try (FileProducer file = input == null ? null : FileProducer.open(input, rate);
                    ProducerLoop submitting = file == null ? null : loop("input", file, EventFeed.SILENCE);
                    ProducerLoop trading = market(watch.tally(), seed, rate, demo)) {
                keepScore(watch, books, duration);
            }
            platform.refuseCommands();
            awaitAnswers(watch);
            Duration running = running();
            OperatorTimes operator = platform.matchingTimes();
            out.println(ink.strong("Stopping: the jobs write savepoints, so that the lake is complete ..."));
            platform.stopJobs();
            awaitEvents(watch);
            Score score = watch.tally().score();
            conclude(new Summary(running, score, watch.tally().latencies(), operator, jvmStartedAt()));
            if (score.unanswered() > 0) {
                throw new CommandFailed(score.unanswered() + " commands were not answered within "
                        + ANSWERS_WITHIN.toSeconds() + " s: the next run answers them; see "
                        + platform.data().log());
            }
            return 0;
        }
    }

    private TextTable addresses() {
        return new TextTable("what", "where")
                .row("Flink's web UI", platform.webUi())
                .row("Kinesis endpoint", platform.kinesis())
                .row("Firehose endpoint", platform.firehose())
                .row("Postgres", platform.books().text())
                .row("Prometheus metrics", platform.metrics())
                .row("lake", platform.data().lake())
                .row("log", platform.data().log());
    }

    /** The clock, and the demo market if there is to be one. Both hear what went before, then speak. */
    private ProducerLoop market(Tally tally, long seed, int rate, boolean demo) {
        List<Producer> all = new ArrayList<>();
        Pace pace = new Pace(platform.speed(), platform.time());
        String runId = "R" + Long.toString(System.currentTimeMillis(), 36);
        if (demo) {
            // First: what is planted within a moment must arrive within one.
            PlantedFile planted = new PlantedFile(platform.data().planted());
            all.add(new PlantedMarket(seed, pace, runId + "P", planted::add));
        }
        all.add(new Clock(isFast() ? FAST_CLOCK_INTERVAL_MS : CLOCK_INTERVAL_MS));
        if (demo) {
            DemandPattern pattern = isFast() ? DemandPattern.weekly(pace) : DemandPattern.STEADY;
            Opening opening = new Opening(new DemoMarket(seed, rate, runId, pattern), () -> hasAnswered(tally.score()));
            Producer provider = new PaymentProvider(seed);
            all.add(isFast() ? new AtPace(pace, opening) : opening);
            all.add(isFast() ? new AtPace(pace, provider) : provider);
        }
        return loop(
                "market",
                new Producers(all.toArray(Producer[]::new)),
                new KinesisEventFeed(
                        Streams.reading(Streams.EVENTS, platform.streams(), InitialPosition.TRIM_HORIZON)));
    }

    private boolean isFast() {
        return platform.speed() > 1;
    }

    private ProducerLoop loop(String name, Producer producer, EventFeed feed) {
        return ProducerLoop.start(
                name,
                producer,
                feed,
                new KinesisCommandOutlet(KinesisProducer.open(platform.streams(), Streams.COMMANDS)),
                platform::time,
                STEP,
                FailureListener.TO_LOG);
    }

    private static boolean hasAnswered(Score score) {
        return score.eventsInAll() > 0 && score.unanswered() == 0;
    }

    private void keepScore(StreamWatch watch, BooksBoard books, @Nullable Duration duration) throws Exception {
        Score before = watch.tally().score();
        long beforeNs = System.nanoTime();
        boolean over = false;
        while (!over) {
            Duration left = duration == null ? LINE : duration.minus(running());
            over = stop.await(left.compareTo(LINE) < 0 ? left : LINE) || left.compareTo(LINE) <= 0 && duration != null;
            platform.requireAlive();
            Score now = watch.tally().score();
            long nowNs = System.nanoTime();
            // Who pipes it away and goes has seen enough.
            over |= out.checkError();
            draw(line(watch, books, now, perSecond(now.eventsInAll() - before.eventsInAll(), nowNs - beforeNs)));
            before = now;
            beforeNs = nowNs;
        }
    }

    private static long perSecond(long count, long nanoseconds) {
        return count * 1_000_000_000L / Math.max(1, nanoseconds);
    }

    private ScoreLine line(StreamWatch watch, BooksBoard books, Score score, long eventsPerSecond) throws IOException {
        Optional<Duration> checkpointAge =
                platform.newestCheckpoint().map(taken -> Duration.ofMillis(System.currentTimeMillis() - taken));
        return new ScoreLine(
                running(),
                score,
                eventsPerSecond,
                checkpointAge,
                watch.tally().latencies().percentile(50),
                watch.tally().latencies().percentile(99),
                platform.restarts(),
                isFast() ? OptionalLong.of(platform.time()) : OptionalLong.empty(),
                books.entries(),
                platform.troubles());
    }

    private void draw(ScoreLine line) {
        if (ink.redraws()) {
            TextTable table = new TextTable("", "");
            line.entries().forEach(table::row);
            List<String> lines = new ArrayList<>(table.lines());
            lines.add(0, ink.strong(line.clock()));
            out.print(ink.back(drawn));
            lines.forEach(out::println);
            drawn = lines.size();
        } else {
            out.println(line.text());
        }
        out.flush();
    }

    /** No more commands are taken: those in the stream are answered within moments, or not at all. */
    private void awaitAnswers(StreamWatch watch) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (watch.tally().score().unanswered() > 0 && System.nanoTime() < deadline) {
            platform.requireAlive();
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }

    /** The jobs have stopped: all events and alerts are in their streams. */
    private void awaitEvents(StreamWatch watch) throws InterruptedException {
        long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while ((watch.read() < platform.records(Streams.EVENTS)
                        || watch.alertsRead() < platform.records(Streams.ALERTS))
                && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }

    private void conclude(Summary summary) {
        out.println();
        summary.lines().forEach(out::println);
        String directory = platform.data().root().equals(Path.of("data").toAbsolutePath())
                ? ""
                : " --data-dir " + platform.data().root();
        out.println();
        out.println(
                "Next: ./stockmate query \"select symbol, count(*) as trades, sum(qty) as quantity from trade group by"
                        + " symbol order by 2 desc\"" + directory);
        out.println("      ./stockmate query --list");
        out.println("      ./stockmate run" + directory + "     (goes on where this run ended)");
        out.flush();
    }

    private Duration running() {
        return Duration.ofNanos(System.nanoTime() - startedNs);
    }

    private static long jvmStartedAt() {
        return ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
