package io.stockmate.connectors.example;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.connectors.wire.UnreadableEvent;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Trade;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.EventSequencer;
import java.io.IOException;
import java.nio.file.Path;

/** Prints every trade once, those of a symbol in order, up to now; started again it goes on where it ended. */
public final class TradeTape {
    private static final EventCodec CODEC = new EventCodec();

    private TradeTape() {}

    /** @param arguments a file of property groups, of which {@code tape} is read, and the file of saved positions */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SourceSettings settings =
                SourceSettings.of(PropertyGroups.read(Path.of(arguments[0])).group("tape"));
        SavedPositions saved = new SavedPositions(Path.of(arguments[1]));
        EventSequencer sequencer = new EventSequencer(TradeTape::print, EarlyLimits.DEFAULT, saved.read());
        try (KinesisReader reader = KinesisReader.open(settings)) {
            do {
                for (ArrivedRecord record : reader.poll()) {
                    take(record, sequencer);
                }
                saved.write(sequencer.positions());
            } while (!reader.isCaughtUp());
        }
    }

    /** A record that is no event stops nothing by itself; if it was to be one, its seq is missing, which does. */
    private static void take(ArrivedRecord record, EventSequencer sequencer) {
        try {
            sequencer.accept(CODEC.decode(record.data()), record.cause().arrivedAt());
        } catch (UnreadableEvent unreadable) {
            System.err.println(unreadable.getMessage());
        }
    }

    private static void print(Event event) {
        if (event.body() instanceof Trade) {
            System.out.println(JsonText.of(event));
        }
    }
}
