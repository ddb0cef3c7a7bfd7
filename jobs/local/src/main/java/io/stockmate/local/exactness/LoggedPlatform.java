package io.stockmate.local.exactness;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
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
import java.util.Map;
import java.util.TreeMap;

/**
 * A process that runs the platform on the log in its directory, with nobody else writing to it. It tells how far it is,
 * a line {@code SYMBOL COMMANDSEQ} for each symbol that has gone on, and ends in order when its input ends.
 */
final class LoggedPlatform {
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);
    private static final int RECORDS_PER_REQUEST = 10_000;
    private static final int LOOK_AGAIN_MS = 20;
    private static final int DISCOVERY_INTERVAL_MS = 10_000;

    private LoggedPlatform() {}

    /** Arguments: directory, parallelism, state backend, records per request to a shard. */
    public static void main(String[] arguments) throws Exception {
        Instant begun = Instant.now();
        PlatformSettings settings = PlatformSettings.onFreePorts(Path.of(arguments[0]))
                .withCheckpointInterval(CHECKPOINT_INTERVAL)
                .withParallelism(Integer.parseInt(arguments[1]))
                .withProperty(MatchingProperties.FLINK, JobSettings.STATE_BACKEND, arguments[2])
                .withProperty(MatchingProperties.COMMANDS, SourceSettings.RECORDS_PER_REQUEST_MAX, arguments[3]);
        try (Platform platform = Platform.start(settings)) {
            Thread input = endOf(System.in);
            tellProgress(platform, begun, input, new PrintStream(System.out, true, StandardCharsets.UTF_8));
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

    private static void tellProgress(Platform platform, Instant begun, Thread input, PrintStream out) throws Exception {
        EventCodec codec = new EventCodec();
        SourceSettings sinceBegun = new SourceSettings(
                Streams.EVENTS,
                platform.streams(),
                InitialPosition.AT_TIMESTAMP,
                begun,
                RECORDS_PER_REQUEST,
                LOOK_AGAIN_MS,
                DISCOVERY_INTERVAL_MS);
        try (KinesisReader events = KinesisReader.open(sinceBegun)) {
            while (input.isAlive()) {
                Map<String, Long> reached = new TreeMap<>();
                for (ArrivedRecord record : events.poll()) {
                    Event event = codec.decode(record.data());
                    reached.merge(event.symbol(), event.header().commandSeq(), Math::max);
                }
                reached.forEach((symbol, commandSeq) -> out.println(symbol + " " + commandSeq));
                platform.requireAlive();
            }
        }
    }
}
