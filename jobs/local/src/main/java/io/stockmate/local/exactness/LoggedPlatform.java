package io.stockmate.local.exactness;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.local.platform.EndpointFaults;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.Streams;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.runtime.JobSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A process that runs the platform on the log in its directory, with nobody else writing to it. It tells how far it is,
 * a line {@code SYMBOL COMMANDSEQ} for each symbol that has gone on, and ends in order when its input ends.
 */
final class LoggedPlatform {
    /** Begins a line that tells how many more requests failed on purpose; no symbol has this name. */
    static final String FAULTS = "* ";

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);
    private static final int RECORDS_PER_REQUEST = 10_000;
    private static final int LOOK_AGAIN_MS = 20;
    private static final int DISCOVERY_INTERVAL_MS = 10_000;

    private LoggedPlatform() {}

    /**
     * Arguments: directory, parallelism, state backend, records per request to a shard, share and seed of faults,
     * whether with books.
     */
    public static void main(String[] arguments) throws Exception {
        Instant begun = Instant.now();
        EndpointFaults faults = EndpointFaults.of(Long.parseLong(arguments[5]), Double.parseDouble(arguments[4]));
        PlatformSettings settings = PlatformSettings.onFreePorts(Path.of(arguments[0]))
                .withCheckpointInterval(CHECKPOINT_INTERVAL)
                .withParallelism(Integer.parseInt(arguments[1]))
                .withProperty(MatchingProperties.FLINK, JobSettings.STATE_BACKEND, arguments[2])
                .withProperty(MatchingProperties.COMMANDS, SourceSettings.RECORDS_PER_REQUEST_MAX, arguments[3])
                .withFaults(faults);
        try (Platform platform = Platform.start(Boolean.parseBoolean(arguments[6]) ? settings.withBooks() : settings)) {
            Thread input = endOf(System.in);
            tellProgress(platform, faults, begun, input, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        }
    }

    /** A thread that lives as long as there is input. */
    private static Thread endOf(InputStream in) {
        Thread input = new Thread(
                () -> {
                    try {
                        in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException gone) {
                        System.err.println("the input is gone (" + gone.getMessage() + "): ending");
                    }
                },
                "input");
        input.setDaemon(true);
        input.start();
        return input;
    }

    private static void tellProgress(
            Platform platform, EndpointFaults faults, Instant begun, Thread input, PrintStream out) throws Exception {
        EventCodec codec = new EventCodec();
        SourceSettings sinceBegun = new SourceSettings(
                Streams.EVENTS,
                platform.streams(),
                InitialPosition.AT_TIMESTAMP,
                begun,
                RECORDS_PER_REQUEST,
                LOOK_AGAIN_MS,
                DISCOVERY_INTERVAL_MS);
        try (KinesisReader events = open(sinceBegun)) {
            long told = 0;
            while (input.isAlive()) {
                Map<String, Long> reached = new TreeMap<>();
                for (ArrivedRecord record : poll(events)) {
                    Event event = codec.decode(record.data());
                    reached.merge(event.symbol(), event.header().commandSeq(), Math::max);
                }
                reached.forEach((symbol, commandSeq) -> out.println(symbol + " " + commandSeq));
                long made = faults.made();
                if (made > told) {
                    out.println(FAULTS + (made - told));
                    told = made;
                }
                platform.requireAlive();
            }
        }
    }

    /** Until it can be opened: the endpoint may fail on purpose. Whoever waits for progress ends the process. */
    private static KinesisReader open(SourceSettings settings) throws InterruptedException {
        while (true) {
            try {
                return KinesisReader.open(settings);
            } catch (SdkException failed) {
                Thread.sleep(LOOK_AGAIN_MS);
            }
        }
    }

    /** What could be read: the next call goes on. */
    private static List<ArrivedRecord> poll(KinesisReader events) throws InterruptedException {
        try {
            return events.poll();
        } catch (SdkException failed) {
            return List.of();
        }
    }
}
