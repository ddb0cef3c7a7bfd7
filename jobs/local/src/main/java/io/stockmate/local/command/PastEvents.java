package io.stockmate.local.command;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.EventSequencer;
import io.stockmate.local.platform.Streams;
import java.util.ArrayList;
import java.util.List;

/** What the stream {@code events} tells of one symbol, from the beginning until now. */
final class PastEvents {
    private PastEvents() {}

    /** All events of a symbol, each once and in sequence. */
    static List<Event> of(String symbol, AwsSettings aws) throws InterruptedException {
        List<Event> events = new ArrayList<>();
        EventSequencer sequencer = new EventSequencer(events::add);
        EventCodec codec = new EventCodec();
        try (KinesisReader reader =
                KinesisReader.open(Streams.reading(Streams.EVENTS, aws, InitialPosition.TRIM_HORIZON))) {
            do {
                for (ArrivedRecord record : reader.poll()) {
                    if (record.partitionKey().equals(symbol)) {
                        sequencer.accept(codec.decode(record.data()));
                    }
                }
            } while (!reader.isCaughtUp());
        }
        return events;
    }
}
