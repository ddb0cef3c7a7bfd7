package io.stockmate.local.verify;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.Streams;
import io.stockmate.producers.Clock;
import io.stockmate.producers.KinesisCommandOutlet;
import io.stockmate.producers.KinesisEventFeed;
import io.stockmate.producers.Producer;
import io.stockmate.producers.Producers;
import io.stockmate.producers.Submission;
import io.stockmate.producers.trial.ReplenishmentTrial;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A trial on a platform whose time it gives, an hour at a time. Where shops have something to decide, time stands still
 * until all that was said is answered and the day's suggestions are there; so what comes of it depends on its seed and
 * not on how fast the machine is.
 */
public final class HourlyTrial implements AutoCloseable {
    private static final long HOUR_MS = 3_600_000;

    private final Platform platform;
    private final AtomicLong time;
    private final ReplenishmentTrial trial;
    private final Producer producers;
    private final KinesisEventFeed events;
    private final KinesisCommandOutlet commands;

    /** @param time what the platform's clock shows */
    public HourlyTrial(Platform platform, AtomicLong time, ReplenishmentTrial trial) {
        this.platform = platform;
        this.time = time;
        this.trial = trial;
        this.producers = new Producers(new Clock(HOUR_MS), trial);
        AlertCodec codec = new AlertCodec();
        platform.tail(Streams.ALERTS, record -> {
            if (codec.decode(record.data()) instanceof ReplenishmentSuggestion suggestion) {
                trial.suggest(suggestion);
            }
        });
        this.events =
                new KinesisEventFeed(Streams.reading(Streams.EVENTS, platform.streams(), InitialPosition.TRIM_HORIZON));
        this.commands = new KinesisCommandOutlet(KinesisProducer.open(platform.streams(), Streams.COMMANDS));
    }

    /** Goes through the next hour. */
    public void nextHour() throws IOException, InterruptedException {
        long now = time.addAndGet(HOUR_MS);
        boolean isBusy = trial.isBusyAt(now);
        if (isBusy) {
            hear();
            platform.awaitPlanned();
        }
        List<Submission> said = producers.step(now);
        commands.put(said);
        while (isBusy && !said.isEmpty()) {
            hear();
            said = producers.step(now);
            commands.put(said);
        }
    }

    /** Hears all that follows from what was said. */
    private void hear() throws IOException, InterruptedException {
        platform.awaitMatched();
        List<Event> heard;
        do {
            heard = events.poll();
            heard.forEach(producers::observe);
        } while (!heard.isEmpty() || !events.isCaughtUp());
    }

    @Override
    public void close() {
        try (commands) {
            events.close();
        }
    }
}
