package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.core.message.DeadLetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records of a symbol: those that are commands, in order, and those that cannot be answered; by place. */
final class Commands {
    final Map<String, ArrivedRecord> understood = new LinkedHashMap<>();
    final Map<String, DeadLetter> dead = new LinkedHashMap<>();

    /** How often a place occurs; 1 each in a stream. */
    final Map<String, Integer> occurrences = new LinkedHashMap<>();

    static Commands of(List<ArrivedRecord> records) {
        CommandCodec codec = new CommandCodec();
        Commands commands = new Commands();
        for (ArrivedRecord record : records) {
            String place = Places.key(record.cause());
            commands.occurrences.merge(place, 1, Integer::sum);
            Decoded decoded = codec.decode(record);
            if (decoded instanceof Decoded.Dead letter) {
                commands.dead.put(place, letter.letter());
            } else {
                commands.understood.put(place, record);
            }
        }
        return commands;
    }
}
