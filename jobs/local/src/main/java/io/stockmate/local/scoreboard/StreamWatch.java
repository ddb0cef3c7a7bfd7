package io.stockmate.local.scoreboard;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.UnreadableAlert;
import io.stockmate.connectors.wire.UnreadableEvent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.view.BrokenSequence;
import io.stockmate.emulators.KinesisRecord;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.Streams;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Keeps a {@link Tally} of a platform's streams, on a thread of its own. */
public final class StreamWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);

    private final Tally tally;
    private final KinesisReader events;
    private final KinesisReader alerts;
    private final Thread thread;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong alertsRead = new AtomicLong();
    private volatile boolean stopped;

    private StreamWatch(Platform platform) {
        tally = new Tally(new RunClock(platform.time(), System.currentTimeMillis(), platform.speed()));
        platform.tail(Streams.COMMANDS, record -> tally.command(arrived(record)));
        events = KinesisReader.open(Streams.reading(Streams.EVENTS, platform.streams(), InitialPosition.TRIM_HORIZON));
        alerts = KinesisReader.open(Streams.reading(Streams.ALERTS, platform.streams(), InitialPosition.TRIM_HORIZON));
        thread = new Thread(this::readOn, "scoreboard");
        thread.setDaemon(true);
    }

    /** Starts to watch; what is put from now on is of this run. */
    public static StreamWatch start(Platform platform) {
        StreamWatch watch = new StreamWatch(platform);
        watch.thread.start();
        return watch;
    }

    public Tally tally() {
        return tally;
    }

    /** How many records of {@code events} have been read, repeats included. */
    public long read() {
        return read.get();
    }

    /** How many records of {@code alerts} have been read, repeats included. */
    public long alertsRead() {
        return alertsRead.get();
    }

    private static ArrivedRecord arrived(KinesisRecord record) {
        return new ArrivedRecord(
                new Cause(record.shardId(), record.sequenceNumber(), 0, record.arrivedAt()),
                record.partitionKey(),
                record.data());
    }

    private void readOn() {
        try {
            while (!stopped) {
                poll();
            }
        } catch (InterruptedException stop) {
            LOG.debug("interrupted", stop);
        }
    }

    private void poll() throws InterruptedException {
        try {
            for (ArrivedRecord record : events.poll()) {
                take(record);
            }
            for (ArrivedRecord record : alerts.poll()) {
                takeAlert(record);
            }
        } catch (SdkException failure) {
            if (!stopped) {
                LOG.warn("events and alerts cannot be read; trying again", failure);
            }
        }
    }

    private void take(ArrivedRecord record) {
        read.incrementAndGet();
        try {
            tally.event(record);
        } catch (UnreadableEvent unreadable) {
            LOG.warn("a record in {} is no event", Streams.EVENTS, unreadable);
        } catch (BrokenSequence broken) {
            LOG.error("{} cannot be counted on", broken.symbol(), broken);
        }
    }

    private void takeAlert(ArrivedRecord record) {
        alertsRead.incrementAndGet();
        try {
            tally.alert(record);
        } catch (UnreadableAlert unreadable) {
            LOG.warn("a record in {} is no alert", Streams.ALERTS, unreadable);
        }
    }

    /** Reads no more. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        events.close();
        alerts.close();
    }
}
