package io.stockmate.producers;

import io.stockmate.connectors.config.EventSinkSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisProducer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clock as a program of its own: writes a Tick per known symbol and interval, until it is told to stop. */
public final class ClockProgram {
    /** Between two ticks of a symbol, in seconds. */
    public static final String INTERVAL_SECONDS = "interval.seconds";

    private static final Logger LOG = LoggerFactory.getLogger(ClockProgram.class);
    private static final String CLOCK = "clock";
    private static final String EVENTS = "clock.events";
    private static final String COMMANDS = "clock.commands";
    private static final Duration PAUSE = Duration.ofMillis(250);

    private ClockProgram() {}

    /**
     * What it is told.
     *
     * @param intervalMillis between two ticks of a symbol
     * @param events the stream from which it learns symbols
     * @param commands the stream to which it writes
     */
    public record Settings(long intervalMillis, SourceSettings events, EventSinkSettings commands) {
        /**
         * Reads the groups {@code clock}, {@code clock.events} and {@code clock.commands}; groups of the jobs may lie
         * beside them.
         *
         * @throws IllegalArgumentException if a property is missing, unknown or cannot be used
         */
        public static Settings of(PropertyGroups groups) {
            for (String id : groups.ids()) {
                if (id.startsWith(CLOCK) && !List.of(CLOCK, EVENTS, COMMANDS).contains(id)) {
                    throw new IllegalArgumentException("property group " + id + " is not known; those of the clock are "
                            + String.join(", ", List.of(CLOCK, COMMANDS, EVENTS)));
                }
            }
            PropertyGroup clock = groups.group(CLOCK).allow(List.of(INTERVAL_SECONDS));
            groups.group(EVENTS).text(SourceSettings.STREAM_NAME);
            groups.group(COMMANDS).text(EventSinkSettings.STREAM_NAME);
            return new Settings(
                    Duration.ofSeconds(clock.integer(INTERVAL_SECONDS, 60, 1, 900))
                            .toMillis(),
                    SourceSettings.of(groups.group(EVENTS)),
                    EventSinkSettings.of(groups.group(COMMANDS)));
        }
    }

    /**
     * Runs until the process is told to end.
     *
     * @param arguments the path of the file with the property groups
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("the clock takes one argument, the path of its property groups, not "
                    + arguments.length + ": " + String.join(" ", arguments));
        }
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "stop"));
        try (ProducerLoop loop = start(Settings.of(PropertyGroups.read(Path.of(arguments[0]))))) {
            stop.await();
            LOG.info("{} ticks written", loop.submitted());
        }
    }

    static ProducerLoop start(Settings settings) {
        return ProducerLoop.start(
                CLOCK,
                new Clock(settings.intervalMillis()),
                new KinesisEventFeed(settings.events()),
                new KinesisCommandOutlet(KinesisProducer.open(
                        settings.commands().aws(), settings.commands().streamName())),
                System::currentTimeMillis,
                PAUSE,
                (name, failure, retryIn) ->
                        LOG.warn("{}: trying again in {} ms", failure.getMessage(), retryIn.toMillis(), failure));
    }
}
