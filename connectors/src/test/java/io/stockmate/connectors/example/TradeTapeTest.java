package io.stockmate.connectors.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.view.EventPosition;
import io.stockmate.emulators.KinesisEndpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example as its user runs it. */
@Timeout(60)
final class TradeTapeTest {
    private static final List<Event> EVENTS = events("AMZN", 40);

    @TempDir
    private Path dir;

    private KinesisEndpoint kinesis;

    @BeforeEach
    void open() throws IOException {
        kinesis = KinesisEndpoint.start(0, dir.resolve("kinesis"));
        kinesis.createStream("events", 2);
        Files.writeString(
                dir.resolve("tape.json"),
                "[{\"PropertyGroupId\": \"tape\", \"PropertyMap\": {\"stream.name\": \"events\", \"aws.endpoint\": \""
                        + kinesis.uri() + "\"}}]");
    }

    @AfterEach
    void close() throws IOException {
        kinesis.close();
    }

    @Test
    void printsEachTradeOnceAndGoesOnWhereItEnded() throws Exception {
        put(EVENTS.get(1), EVENTS.get(0), EVENTS.get(1), EVENTS.get(3), EVENTS.get(2), EVENTS.get(5));
        assertThat(tape()).containsExactly("AMZN-1", "AMZN-3");
        assertThat(positions())
                .isEqualTo(Map.of("AMZN", new EventPosition(4, EVENTS.get(3).chain())));

        put(EVENTS.get(4));
        assertThat(tape()).containsExactly("AMZN-5");
        assertThat(tape()).isEmpty();
        assertThat(positions())
                .isEqualTo(Map.of("AMZN", new EventPosition(6, EVENTS.get(5).chain())));
    }

    @Test
    void aLineThatIsNoPositionIsNamed() throws IOException {
        Files.writeString(dir.resolve("positions.txt"), "AMZN 7\n");

        assertThatThrownBy(this::tape).hasMessageContaining("positions.txt: 'AMZN 7' is not SYMBOL seq chain");
    }

    private Map<String, EventPosition> positions() throws IOException {
        return new SavedPositions(dir.resolve("positions.txt")).read();
    }

    /** The execIds of what is printed. */
    private List<String> tape() throws IOException, InterruptedException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            TradeTape.main(new String[] {
                dir.resolve("tape.json").toString(),
                dir.resolve("positions.txt").toString()
            });
        } finally {
            System.setOut(console);
        }
        EventCodec codec = new EventCodec();
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> codec.decode(line.getBytes(StandardCharsets.UTF_8))
                        .header()
                        .execId())
                .toList();
    }

    private void put(Event... events) throws InterruptedException {
        EventCodec codec = new EventCodec();
        try (KinesisProducer producer = KinesisProducer.open(AwsSettings.local(kinesis.uri()), "events")) {
            for (Event event : events) {
                producer.put(List.of(new OutgoingRecord(event.symbol(), codec.encode(event))));
            }
        }
    }

    /** A trade and a change of the book by turns. */
    private static List<Event> events(String symbol, int count) {
        Chain chains = new Chain();
        List<Event> events = new ArrayList<>();
        long chain = 0;
        for (int seq = 1; seq <= count; seq++) {
            EventHeader header = new EventHeader(symbol, seq, seq, symbol + "-" + seq, 1_772_634_600_000L + seq);
            EventBody body = Specimens.full(seq % 2 == 1 ? EventType.TRADE : EventType.TOP_OF_BOOK);
            chain = chains.next(chain, header, body);
            events.add(new Event(header, chain, new Cause("shardId-000000000000", "1", 0, 1), body));
        }
        return events;
    }
}
