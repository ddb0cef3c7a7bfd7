package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Trade;
import io.stockmate.emulators.KinesisEndpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Loops against a Kinesis endpoint; the test itself plays the matching job. */
@Timeout(120)
class KinesisLoopTest {
    private static final Duration PAUSE = Duration.ofMillis(50);

    @TempDir
    Path dir;

    private final MarketInProcess market = new MarketInProcess();
    private final EventCodec eventCodec = new EventCodec();
    private KinesisEndpoint kinesis;
    private AwsSettings aws;
    private KinesisReader commands;
    private KinesisProducer events;

    @BeforeEach
    void open() throws IOException {
        kinesis = KinesisEndpoint.start(0, dir);
        kinesis.createStream("commands", 2);
        kinesis.createStream("events", 2);
        aws = AwsSettings.local(kinesis.uri());
        commands = KinesisReader.open(settings("commands"));
        events = KinesisProducer.open(aws, "events");
    }

    @AfterEach
    void close() throws IOException {
        events.close();
        commands.close();
        kinesis.close();
    }

    @Test
    void aDemoMarketTradesAndTheClockTicks() throws InterruptedException {
        DemoMarket demo = new DemoMarket(7, 200, "r");
        ProducerLoop loop = start("demo", new Producers(demo, new Clock(500)), feed());
        try {
            List<Event> seen = matchUntil(events ->
                    count(events, KinesisLoopTest::isTrade) > 50 && count(events, KinesisLoopTest::isTick) > 40);
            assertThat(seen).extracting(Event::symbol).contains("AMZN", "SKU-001");
        } finally {
            loop.close();
        }
        match();
        assertThat(loop.failures()).isZero();
        assertThat(loop.isRunning()).isFalse();
        assertThat(market.records()).isEqualTo(loop.submitted());
        assertThat(market.restingOrders()).isPositive();
    }

    @Test
    void aLaterDemoMarketGoesOnFromTheStreamOfEvents() throws InterruptedException {
        try (ProducerLoop loop = start("demo", new DemoMarket(7, 200, "first"), feed())) {
            matchUntil(events -> count(events, KinesisLoopTest::isTrade) > 50);
            assertThat(loop.failures()).isZero();
        }
        match();

        DemoMarket second = new DemoMarket(8, 200, "second");
        try (ProducerLoop loop = start("demo", second, feed())) {
            List<Event> fresh = matchUntil(events -> count(events, KinesisLoopTest::isTrade) > 20);
            assertThat(count(fresh, event -> isAccepted(event, "DefineInstrument")))
                    .isLessThan(5);
            assertThat(loop.failures()).isZero();
        }
    }

    @Test
    void anOutageIsSurvived() throws Exception {
        int port = kinesis.uri().getPort();
        ProducerLoop loop = start("demo", new DemoMarket(7, 200, "r"), feed());
        try {
            matchUntil(events -> count(events, KinesisLoopTest::isTrade) > 10);
            kinesis.close();
            while (loop.failures() == 0) {
                Thread.sleep(20);
            }
            kinesis = KinesisEndpoint.start(port, dir);
            long before = loop.submitted();
            matchUntil(events -> loop.submitted() > before + 100 && count(events, KinesisLoopTest::isTrade) > 10);
            assertThat(loop.isRunning()).isTrue();
        } finally {
            loop.close();
        }
    }

    @Test
    void aFileIsPutLineByLine() throws InterruptedException {
        String lines = "{\"type\":\"Tick\",\"symbol\":\"AMZN\",\"account\":\"CLOCK\"}\nno JSON\n";
        FileProducer file = new FileProducer(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), 1_000);
        try (ProducerLoop loop = start("file", file, EventFeed.SILENCE)) {
            assertThat(loop.awaitEnd(Duration.ofSeconds(60))).isTrue();
            assertThat(loop.submitted()).isEqualTo(2);
        }
        match();
        assertThat(market.records()).isEqualTo(2);
        assertThat(market.deadLetters()).hasSize(1);
        assertThat(market.deadLetters().get(0).partitionKey()).isEqualTo("-");
    }

    private ProducerLoop start(String name, Producer producer, EventFeed feed) {
        return ProducerLoop.start(
                name,
                producer,
                feed,
                new KinesisCommandOutlet(KinesisProducer.open(aws, "commands")),
                System::currentTimeMillis,
                PAUSE,
                FailureListener.TO_LOG);
    }

    private EventFeed feed() {
        return new KinesisEventFeed(settings("events"));
    }

    private SourceSettings settings(String stream) {
        return new SourceSettings(stream, aws, InitialPosition.TRIM_HORIZON, null, 10_000, 50, 10_000);
    }

    private List<Event> matchUntil(Predicate<List<Event>> enough) throws InterruptedException {
        List<Event> all = new ArrayList<>();
        while (!enough.test(all)) {
            all.addAll(matchOnce(commands.poll()));
        }
        return all;
    }

    /** Answers all that is in the stream. */
    private void match() throws InterruptedException {
        List<ArrivedRecord> records = commands.poll();
        while (!records.isEmpty() || !commands.isCaughtUp()) {
            matchOnce(records);
            records = commands.poll();
        }
    }

    private List<Event> matchOnce(List<ArrivedRecord> records) throws InterruptedException {
        List<Event> answers = market.apply(records);
        events.put(answers.stream()
                .map(event -> new OutgoingRecord(event.symbol(), eventCodec.encode(event)))
                .toList());
        return answers;
    }

    private static long count(List<Event> events, Predicate<Event> kind) {
        return events.stream().filter(kind).count();
    }

    private static boolean isTrade(Event event) {
        return event.body() instanceof Trade;
    }

    private static boolean isTick(Event event) {
        return isAccepted(event, "Tick");
    }

    private static boolean isAccepted(Event event, String kind) {
        return event.body() instanceof Accepted accepted && accepted.kind().equals(kind);
    }
}
