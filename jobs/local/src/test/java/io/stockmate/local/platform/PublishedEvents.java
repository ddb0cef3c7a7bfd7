package io.stockmate.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events in a data directory on which no platform runs, each once, and what must hold of them. */
final class PublishedEvents {
    private final DataDirectory data;
    private final long chainStart;
    private final long commands;
    private final List<Event> outside = new ArrayList<>();
    private final Map<String, TreeMap<Long, Event>> bySymbol = new TreeMap<>();

    private PublishedEvents(DataDirectory data, long chainStart, long commands) {
        this.data = data;
        this.chainStart = chainStart;
        this.commands = commands;
    }

    /** Reads the stream; a repeat must say the same as the first. */
    static PublishedEvents read(Path directory, long chainStart) throws Exception {
        DataDirectory data = DataDirectory.of(directory);
        EventCodec codec = new EventCodec();
        try (KinesisEndpoint kinesis = KinesisEndpoint.start(0, data.streams());
                KinesisReader reader = KinesisReader.open(Streams.reading(
                        Streams.EVENTS, AwsSettings.local(kinesis.uri()), InitialPosition.TRIM_HORIZON))) {
            PublishedEvents published = new PublishedEvents(data, chainStart, kinesis.recordCount(Streams.COMMANDS));
            Map<String, String> seen = new HashMap<>();
            long records = kinesis.recordCount(Streams.EVENTS);
            for (long read = 0; read < records; ) {
                for (ArrivedRecord record : reader.poll()) {
                    read++;
                    Event event = codec.decode(record.data());
                    String text = new String(record.data(), StandardCharsets.UTF_8);
                    String before = seen.putIfAbsent(event.header().execId(), text);
                    if (before == null) {
                        published.add(event);
                    } else {
                        assertThat(text)
                                .as("a published event is never contradicted")
                                .isEqualTo(before);
                    }
                }
            }
            return published;
        }
    }

    private void add(Event event) {
        if (event.seq() == 0) {
            outside.add(event);
        } else {
            bySymbol.computeIfAbsent(event.symbol(), symbol -> new TreeMap<>()).put(event.seq(), event);
        }
    }

    int symbols() {
        return bySymbol.size();
    }

    long count() {
        return outside.size()
                + bySymbol.values().stream().mapToLong(TreeMap::size).sum();
    }

    /** No gap in any symbol's seq or commandSeq, and every chain follows from the events before it. */
    void assertWhole() {
        bySymbol.forEach((symbol, events) -> {
            Chain chain = new Chain();
            long expectedChain = chainStart;
            long expectedSeq = 0;
            long commandSeq = 0;
            for (Event event : events.values()) {
                expectedSeq++;
                expectedChain = chain.next(expectedChain, event.header(), event.body());
                assertThat(event.seq()).as("seq of %s", symbol).isEqualTo(expectedSeq);
                assertThat(event.header().commandSeq())
                        .as("commandSeq of %s at %d", symbol, expectedSeq)
                        .isBetween(commandSeq, commandSeq + 1);
                assertThat(event.chain())
                        .as("chain of %s at %d", symbol, expectedSeq)
                        .isEqualTo(expectedChain);
                commandSeq = event.header().commandSeq();
            }
        });
    }

    /** Every event is one row of its table and no row is anything else: by execId and chain, which covers content. */
    void assertInLakeOnce() throws Exception {
        Map<String, List<String>> expected = new TreeMap<>();
        for (EventType type : EventType.values()) {
            expected.put(LakeTable.of(type).tableName(), new ArrayList<>());
        }
        outside.forEach(event -> note(event, expected));
        bySymbol.values().forEach(events -> events.values().forEach(event -> note(event, expected)));
        try (LakeQueries lake = LakeQueries.open(data.lake())) {
            for (Map.Entry<String, List<String>> table : expected.entrySet()) {
                assertThat(rows(lake, "select execId || ' ' || cast(chain as varchar) from " + table.getKey()))
                        .as(table.getKey())
                        .containsExactlyInAnyOrderElementsOf(table.getValue());
            }
            assertLogIsComplete(lake);
        }
    }

    private static void note(Event event, Map<String, List<String>> expected) {
        String table = LakeTable.of(event.body().type()).tableName();
        expected.getOrDefault(table, List.of()).add(event.header().execId() + " " + event.chain());
    }

    /** Every record of the stream is either in the log or a dead letter, once. */
    private void assertLogIsComplete(LakeQueries lake) throws Exception {
        String place = "select shardId || ' ' || sequenceNumber || ' ' || cast(subSequence as varchar) from ";
        List<String> places = new ArrayList<>(rows(lake, place + "command"));
        places.addAll(rows(lake, place + "dead_letter"));
        assertThat(places).doesNotHaveDuplicates().hasSize(Math.toIntExact(commands));
    }

    private static List<String> rows(LakeQueries lake, String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Answer answer = lake.ask(sql)) {
            while (answer.next()) {
                rows.add(answer.text(0));
            }
        }
        return rows;
    }
}
