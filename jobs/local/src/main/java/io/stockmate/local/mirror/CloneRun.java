package io.stockmate.local.mirror;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.kinesis.OrderedProducer;
import io.stockmate.connectors.kinesis.PutRefused;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.RunningPlatform;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.local.platform.Streams;
import io.stockmate.pipelines.mirror.Mirror;
import io.stockmate.pipelines.mirror.SymbolShare;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Mirrors a running market into a clone's platform: its past from the lake, then what comes. */
public final class CloneRun {
    private static final Logger LOG = LoggerFactory.getLogger(CloneRun.class);
    private static final Duration LINE = Duration.ofSeconds(1);

    private final Platform clone;
    private final CloneDirectory directory;
    private final AwsSettings original;
    private final int hundredths;
    private final @Nullable Duration duration;
    private final PrintWriter out;
    private final StopSignal stop;
    private long followingSinceNs;

    /**
     * @param original the streams of the market that is mirrored
     * @param hundredths see {@link SymbolShare}
     * @param duration from the end of the first refill on; null for no end of its own
     */
    public CloneRun(
            Platform clone,
            CloneDirectory directory,
            AwsSettings original,
            int hundredths,
            @Nullable Duration duration,
            PrintWriter out,
            StopSignal stop) {
        this.clone = clone;
        this.directory = directory;
        this.original = original;
        this.hundredths = hundredths;
        this.duration = duration;
        this.out = out;
        this.stop = stop;
    }

    /**
     * Mirrors until the time is over, someone stops it, or the market ends; then ends the clone's jobs.
     *
     * @return how the clone's chains are beside the market's
     */
    public ClonedChains play() throws Exception {
        Set<String> named = directory.symbols();
        try (OrderedProducer producer = new OrderedProducer(KinesisProducer.open(clone.streams(), Streams.COMMANDS))) {
            Mirror mirror = new Mirror(StillMarket.rules(), new SymbolShare(hundredths, named), records -> {
                requireGoingOn();
                producer.put(records);
            });
            try (LakeReader mirrored = LakeReader.open(directory.data().lake(), unreadable -> {})) {
                mirror.goOnBehind(mirrored);
            }
            boolean over = false;
            while (!over) {
                try {
                    refill(mirror);
                    followingSinceNs = followingSinceNs == 0 ? System.nanoTime() : followingSinceNs;
                    over = follow(mirror, named);
                } catch (Over reached) {
                    over = true;
                }
                named = directory.symbols();
                mirror.share(new SymbolShare(hundredths, named));
            }
            out.println("Stopping: the clone's jobs write savepoints ...");
            out.flush();
            clone.stopJobs();
            ClonedChains chains = ClonedChains.compare(
                    clone.streams(), original, directory.original().lake());
            conclude(mirror, chains);
            return chains;
        }
    }

    /** Asked before each request, so that a long refill can be stopped, and ends where the clone has failed. */
    private void requireGoingOn() throws InterruptedException {
        try {
            clone.requireAlive();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (stop.await(Duration.ZERO)) {
            throw new Over();
        }
    }

    private boolean isOver() throws InterruptedException {
        return stop.await(Duration.ZERO)
                || duration != null && System.nanoTime() - followingSinceNs >= duration.toNanos();
    }

    /** Somebody stops it while it refills. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void refill(Mirror mirror) throws InterruptedException {
        Path lake = directory.original().lake();
        long before = mirror.refilled();
        try (LakeReader reader = LakeReader.open(lake, unreadable -> LOG.warn("not mirrored: {}", unreadable))) {
            List<String> symbols = mirror.refill(reader);
            out.println("Refilled " + symbols.size() + " symbols from " + lake + ": " + (mirror.refilled() - before)
                    + " commands" + (symbols.isEmpty() ? "" : " of " + shown(symbols)));
            out.flush();
        }
    }

    private static String shown(List<String> symbols) {
        return symbols.size() <= 10
                ? String.join(", ", symbols)
                : String.join(", ", symbols.stream().limit(9).toList()) + " and " + (symbols.size() - 9) + " others";
    }

    /**
     * The stream from its oldest record on: what lies before a symbol's place is passed by.
     *
     * @return false where other symbols are asked for, which have to be refilled
     */
    private boolean follow(Mirror mirror, Set<String> named) throws IOException, InterruptedException {
        long nextLineNs = System.nanoTime();
        try (KinesisReader reader =
                KinesisReader.open(Streams.reading(Streams.COMMANDS, original, InitialPosition.TRIM_HORIZON))) {
            while (!isOver()) {
                try {
                    mirror.follow(reader.poll());
                } catch (SdkException | PutRefused failure) {
                    if (RunningPlatform.find(directory.original()).isEmpty()) {
                        out.println("The market has ended.");
                        return true;
                    }
                    LOG.warn("what was not mirrored is mirrored again", failure);
                    out.println("Trying again: " + failure.getMessage());
                }
                if (System.nanoTime() >= nextLineNs) {
                    clone.requireAlive();
                    nextLineNs += LINE.toNanos();
                    out.println(line(mirror, reader.isCaughtUp()));
                    out.flush();
                    if (!directory.symbols().equals(named)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private String line(Mirror mirror, boolean caughtUp) {
        return "refilled " + mirror.refilled() + " | mirrored " + mirror.followed() + " | events "
                + clone.records(Streams.EVENTS) + " | " + (caughtUp ? "caught up" : "catching up");
    }

    private void conclude(Mirror mirror, ClonedChains chains) {
        out.println();
        chains.different().forEach(place -> out.println(place + ": the clone's chain is not the market's"));
        chains.unknown()
                .forEach(symbol -> out.println(symbol + ": the market does not show the clone's last event yet"));
        out.println("Next: ./stockmate query --data-dir " + directory.data().root() + " match");
        out.println("refilled=" + mirror.refilled() + " mirrored=" + mirror.followed()
                + " equal_chains=" + chains.equal().size() + " different_chains="
                + chains.different().size() + " unknown_chains="
                + chains.unknown().size());
        out.flush();
    }
}
