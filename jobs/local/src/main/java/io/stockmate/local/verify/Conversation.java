package io.stockmate.local.verify;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.kinesis.PutReceipt;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.EventSequencer;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.Streams;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts records into the stream {@code commands} and gathers from {@code events} what each was answered. The answers of
 * a command are complete when those of a later one of its symbol have begun: end with a command that only ends.
 */
final class Conversation {
    private static final int RECORDS_PER_PUT = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Platform platform;
    private final EventSequencer sequencer = new EventSequencer(this::take);
    /** execIds of answers that stand outside every sequence. */
    private final Set<String> outside = new HashSet<>();

    private final Map<String, List<Event>> bySequenceNumber = new HashMap<>();

    Conversation(Platform platform) {
        this.platform = platform;
    }

    /** A command as a record, under its symbol's key. */
    static OutgoingRecord record(Command command) {
        return new OutgoingRecord(command.symbol(), new CommandCodec().encode(command));
    }

    /**
     * Puts all records, in order, and waits until the last one is answered.
     *
     * @return the events of each record, those of a symbol in order of seq
     * @throws CommandFailed where no event came for {@link #PATIENCE} though some are missing
     */
    List<List<Event>> hold(List<OutgoingRecord> records) throws IOException, InterruptedException {
        try (KinesisReader events = KinesisReader.open(
                        Streams.reading(Streams.EVENTS, platform.streams(), InitialPosition.TRIM_HORIZON));
                KinesisProducer producer = KinesisProducer.open(platform.streams(), Streams.COMMANDS)) {
            List<PutReceipt> receipts = put(producer, records);
            await(events, receipts.get(receipts.size() - 1));
            return receipts.stream()
                    .map(receipt -> bySequenceNumber.getOrDefault(receipt.sequenceNumber(), List.of()))
                    .toList();
        }
    }

    private static List<PutReceipt> put(KinesisProducer producer, List<OutgoingRecord> records)
            throws InterruptedException {
        List<PutReceipt> receipts = new ArrayList<>(records.size());
        for (int from = 0; from < records.size(); from += RECORDS_PER_PUT) {
            receipts.addAll(producer.put(records.subList(from, Math.min(records.size(), from + RECORDS_PER_PUT))));
        }
        return receipts;
    }

    private void await(KinesisReader events, PutReceipt last) throws IOException, InterruptedException {
        EventCodec codec = new EventCodec();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!bySequenceNumber.containsKey(last.sequenceNumber())) {
            List<ArrivedRecord> records = events.poll();
            records.forEach(record -> accept(codec.decode(record.data())));
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new CommandFailed("no event came for " + PATIENCE.toSeconds() + " s and "
                        + sequencer.heldBack() + " wait for one before them: see "
                        + platform.data().log());
            }
            platform.requireAlive();
        }
    }

    private void accept(Event event) {
        if (event.seq() > 0) {
            sequencer.accept(event);
        } else if (outside.add(event.header().execId())) {
            take(event);
        }
    }

    private void take(Event event) {
        bySequenceNumber
                .computeIfAbsent(event.cause().sequenceNumber(), number -> new ArrayList<>())
                .add(event);
    }
}
