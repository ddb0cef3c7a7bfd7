package io.stockmate.local.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.local.platform.Streams;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClonedChainsTest {
    @TempDir
    private Path directory;

    @Test
    void chainOfTheLastClonedEventDecides() throws Exception {
        Path lake = Files.createDirectories(directory.resolve("lake"));
        try (KinesisEndpoint clone = endpoint(
                        "clone",
                        event("A", 1, 10),
                        event("A", 2, 20),
                        event("B", 1, 11),
                        event("C", 3, 33),
                        event("D", 0, 0));
                KinesisEndpoint market = endpoint(
                        "market",
                        event("A", 1, 10),
                        event("A", 2, 20),
                        event("A", 3, 30),
                        event("B", 1, 12),
                        event("C", 2, 22),
                        event("D", 0, 0),
                        event("E", 1, 1))) {
            ClonedChains chains =
                    ClonedChains.compare(AwsSettings.local(clone.uri()), AwsSettings.local(market.uri()), lake);
            assertThat(chains)
                    .isEqualTo(new ClonedChains(List.of("A"), List.of("B at or before seq 1"), List.of("C"), 1));
        }
    }

    private KinesisEndpoint endpoint(String name, Event... events) throws Exception {
        KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory.resolve(name));
        endpoint.createStream(Streams.EVENTS, 1);
        EventCodec codec = new EventCodec();
        try (KinesisProducer producer = KinesisProducer.open(AwsSettings.local(endpoint.uri()), Streams.EVENTS)) {
            producer.put(List.of(new OutgoingRecord("A", "{}".getBytes(StandardCharsets.UTF_8))));
            producer.put(Stream.of(events)
                    .map(event -> new OutgoingRecord(event.symbol(), codec.encode(event)))
                    .toList());
        }
        return endpoint;
    }

    private static Event event(String symbol, long seq, long chain) {
        String execId = seq == 0 ? symbol + "-0-shardId-000000000000-17-0" : symbol + "-" + seq;
        return new Event(
                new EventHeader(symbol, seq, seq, execId, 1_767_261_600_000L),
                chain,
                new Cause("shardId-000000000000", "17", 0, 1_767_261_600_000L),
                new Accepted("Tick", "{}"));
    }
}
