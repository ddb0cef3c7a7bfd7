package io.stockmate.local.mirror;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.kinesis.OrderedProducer;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.Streams;
import io.stockmate.pipelines.mirror.Mirror;
import io.stockmate.pipelines.mirror.SymbolShare;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
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
    private final PrintWriter out;
    private final StopSignal stop;

    /**
     * @param original the streams of the market that is mirrored
     * @param hundredths see {@link SymbolShare}
     */
    public CloneRun(
            Platform clone,
            CloneDirectory directory,
            AwsSettings original,
            int hundredths,
            PrintWriter out,
            StopSignal stop) {
        this.clone = clone;
        this.directory = directory;
        this.original = original;
        this.hundredths = hundredths;
        this.out = out;
        this.stop = stop;
    }

    /**
     * Mirrors until the time is over, someone stops it, or the market ends; then ends the clone's jobs.
     *
     * @return how the clone's chains are beside the market's
     */
    public ClonedChains play(@Nullable Duration duration) throws Exception {
        long startedNs = System.nanoTime();
        Set<String> named = directory.symbols();
        try (OrderedProducer producer = new OrderedProducer(KinesisProducer.open(clone.streams(), Streams.COMMANDS))) {
            Mirror mirror = new Mirror(new SymbolShare(hundredths, named), producer::put);
            try (LakeReader mirrored = LakeReader.open(directory.data().lake(), unreadable -> {})) {
                mirror.goOnBehind(mirrored);
            }
            boolean over = false;
            while (!over) {
                refill(mirror);
                over = follow(mirror, named, startedNs, duration);
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

    private void refill(Mirror mirror) throws InterruptedException {
        Path lake = directory.original().lake();
        long before = mirror.refilled();
        try (LakeReader reader = LakeReader.open(lake, unreadable -> LOG.warn("not mirrored: {}", unreadable))) {
            Set<String> symbols = new TreeSet<>(mirror.refill(reader));
            out.println("Refilled " + symbols.size() + " symbols from " + lake + ": " + (mirror.refilled() - before)
                    + " commands" + (symbols.isEmpty() ? "" : " of " + shown(symbols)));
            out.flush();
        }
    }

    private static String shown(Set<String> symbols) {
        return symbols.size() <= 10
                ? String.join(", ", symbols)
                : String.join(", ", symbols.stream().limit(9).toList()) + " and " + (symbols.size() - 9) + " others";
    }

    /**
     * The stream from its oldest record on: what lies before a symbol's place is passed by.
     *
     * @return false where other symbols are asked for, which have to be refilled
     */
    private boolean follow(Mirror mirror, Set<String> named, long startedNs, @Nullable Duration duration)
            throws IOException, InterruptedException {
        long nextLineNs = System.nanoTime();
        try (KinesisReader reader =
                KinesisReader.open(Streams.reading(Streams.COMMANDS, original, InitialPosition.TRIM_HORIZON))) {
            while (!stop.await(Duration.ZERO) && !isOver(startedNs, duration)) {
                try {
                    mirror.follow(reader.poll());
                } catch (SdkException failure) {
                    LOG.warn("the market's stream cannot be read, or the clone's not be written", failure);
                    out.println("The market has ended, or cannot be reached: " + failure.getMessage());
                    return true;
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

    private static boolean isOver(long startedNs, @Nullable Duration duration) {
        return duration != null && System.nanoTime() - startedNs >= duration.toNanos();
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
