package io.stockmate.local.chaos;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.NewOrder;
import io.stockmate.local.platform.Streams;
import io.stockmate.producers.AtPace;
import io.stockmate.producers.Clock;
import io.stockmate.producers.CommandOutlet;
import io.stockmate.producers.DemandPattern;
import io.stockmate.producers.DemoMarket;
import io.stockmate.producers.EventFeed;
import io.stockmate.producers.FailureListener;
import io.stockmate.producers.KinesisCommandOutlet;
import io.stockmate.producers.KinesisEventFeed;
import io.stockmate.producers.Pace;
import io.stockmate.producers.PaymentProvider;
import io.stockmate.producers.ProducerLoop;
import io.stockmate.producers.Producers;
import io.stockmate.producers.Submission;
import io.stockmate.producers.planted.PlantedMarket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The demo market in this process, on a platform in another one: it lives on when that is killed, and puts again what
 * it does not know to be in the stream. While there is no platform it waits.
 */
final class ChaosMarket implements AutoCloseable {
    /** Of book time. */
    private static final long TICK_MS = 15 * 60 * 1_000;

    private static final Duration STEP = Duration.ofMillis(50);

    private final AtomicLong orders = new AtomicLong();
    private final AtomicLong newest = new AtomicLong();
    private final ProducerLoop loop;
    private final long speed;
    private boolean open;
    private long openedAt;
    private long openedTime;
    private long latest;

    private ChaosMarket(URI kinesis, long seed, ChaosSettings settings) {
        AwsSettings aws = AwsSettings.local(kinesis);
        speed = settings.speed();
        Pace pace = new Pace(speed, System.currentTimeMillis());
        DemoMarket demo = new DemoMarket(seed, settings.rate(), "C" + seed, DemandPattern.weekly(pace));
        loop = ProducerLoop.start(
                "market",
                new Producers(
                        new PlantedMarket(seed, pace, "P" + seed, plant -> {}),
                        new Clock(TICK_MS),
                        new AtPace(pace, demo),
                        new AtPace(pace, new PaymentProvider(seed))),
                new Feed(new KinesisEventFeed(Streams.reading(Streams.EVENTS, aws, InitialPosition.TRIM_HORIZON))),
                new Outlet(new KinesisCommandOutlet(KinesisProducer.open(aws, Streams.COMMANDS))),
                this::time,
                STEP,
                FailureListener.TO_LOG);
    }

    /** @param kinesis where platforms will be */
    static ChaosMarket start(URI kinesis, long seed, ChaosSettings settings) {
        return new ChaosMarket(kinesis, seed, settings);
    }

    /** There is a platform, with this records' time now. */
    synchronized void open(long time) {
        openedAt = System.currentTimeMillis();
        openedTime = time;
        open = true;
        notifyAll();
    }

    /** There is none. */
    synchronized void pause() {
        open = false;
    }

    /** The records' time, or nearly so; it never goes back. */
    private synchronized long time() {
        latest = Math.max(latest, openedTime + (System.currentTimeMillis() - openedAt) * speed);
        return latest;
    }

    private synchronized void awaitOpen() throws InterruptedException {
        while (!open) {
            wait();
        }
    }

    /** New orders that are in the stream. */
    long orders() {
        return orders.get();
    }

    /** The latest book time of all events that were read. */
    long newest() {
        return newest.get();
    }

    @Override
    public void close() {
        loop.close();
    }

    private final class Feed implements EventFeed {
        private final EventFeed feed;

        Feed(EventFeed feed) {
            this.feed = feed;
        }

        @Override
        public List<Event> poll() throws InterruptedException {
            awaitOpen();
            List<Event> polled = feed.poll();
            polled.forEach(event -> newest.accumulateAndGet(event.header().ts(), Math::max));
            return polled;
        }

        @Override
        public boolean isCaughtUp() {
            return feed.isCaughtUp();
        }

        @Override
        public void close() {
            feed.close();
        }
    }

    private final class Outlet implements CommandOutlet {
        private final CommandOutlet outlet;

        Outlet(CommandOutlet outlet) {
            this.outlet = outlet;
        }

        @Override
        public void put(List<Submission> submissions) throws InterruptedException {
            awaitOpen();
            outlet.put(submissions);
            orders.addAndGet(submissions.stream().filter(ChaosMarket::isOrder).count());
        }

        @Override
        public void close() {
            outlet.close();
        }
    }

    private static boolean isOrder(Submission submission) {
        return submission instanceof Submission.OfCommand of && of.command().body() instanceof NewOrder;
    }
}
