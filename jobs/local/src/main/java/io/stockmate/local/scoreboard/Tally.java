package io.stockmate.local.scoreboard;

import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Notice;
import io.stockmate.core.message.Trade;
import io.stockmate.core.view.EventSequencer;
import io.stockmate.local.console.EventText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what is put into {@code commands} and what comes out of {@code events} and {@code alerts}, and times the way
 * between. It knows nothing but the records, so it is a check of the job and not its echo. Commands are those of this
 * run; events are all since the stream began, of which those that arrived in this run are told apart. For several
 * threads.
 */
public final class Tally {
    private final RunClock clock;
    private final CommandCodec commandCodec = new CommandCodec();
    private final EventCodec eventCodec = new EventCodec();
    private final AlertCodec alertCodec = new AlertCodec();
    private final AlertTally alerts = new AlertTally();
    private final Latencies latencies = new Latencies();
    private final EventSequencer sequencer = new EventSequencer(this::inSequence);
    private final Map<String, Long> unanswered = new LinkedHashMap<>();
    private final Map<String, Long> commands = new TreeMap<>();
    private final Map<String, Long> events = new TreeMap<>();
    private final Set<String> symbols = new HashSet<>();
    private long deadLetters;
    private long rejects;
    private long trades;
    private long firstTradeAt;

    /** @param clock tells what is of this run, and how long things took */
    public Tally(RunClock clock) {
        this.clock = clock;
    }

    /** Takes a record of {@code commands} that arrived in this run. */
    public void command(ArrivedRecord record) {
        Decoded decoded = commandCodec.decode(record);
        synchronized (this) {
            if (decoded instanceof Decoded.Understood understood) {
                unanswered.put(
                        key(record.cause().shardId(), record.cause().sequenceNumber()),
                        record.cause().arrivedAt());
                commands.merge(understood.command().body().type().wireName(), 1L, Long::sum);
            } else {
                deadLetters++;
            }
        }
    }

    /** Takes a record of {@code events}, of this run or an earlier one. */
    public void event(ArrivedRecord record) {
        Event event = eventCodec.decode(record.data());
        long arrivedAt = record.cause().arrivedAt();
        synchronized (this) {
            if (clock.isOfThisRun(arrivedAt)) {
                event(event, arrivedAt);
            } else if (event.seq() > 0) {
                sequencer.accept(event);
            }
        }
    }

    private void event(Event event, long arrivedAt) {
        boolean answers =
                unanswered.remove(key(event.cause().shardId(), event.cause().sequenceNumber())) != null;
        boolean fresh = event.seq() == 0 ? answers : sequencer.accept(event);
        if (!fresh) {
            return;
        }
        if (clock.isOfThisRun(event.cause().arrivedAt())) {
            latencies.add(
                    clock.realTimeOf(arrivedAt) - clock.realTimeOf(event.cause().arrivedAt()));
        }
        events.merge(event.body().type().wireName(), 1L, Long::sum);
        if (EventText.refuses(event)) {
            rejects++;
        }
        if (event.body() instanceof Trade && firstTradeAt == 0) {
            firstTradeAt = clock.realTimeOf(arrivedAt);
        }
    }

    private void inSequence(Event event) {
        symbols.add(event.symbol());
        if (event.body() instanceof Trade) {
            trades++;
        }
    }

    /** Takes a record of {@code alerts}, of this run or an earlier one. */
    public void alert(ArrivedRecord record) {
        Notice notice = alertCodec.decode(record.data());
        if (notice instanceof Alert alert && clock.isOfThisRun(record.cause().arrivedAt())) {
            synchronized (this) {
                alerts.add(alert);
            }
        }
    }

    private static String key(String shardId, String sequenceNumber) {
        return shardId + ' ' + sequenceNumber;
    }

    /** From a command's arrival until each of its events could be read, for commands of this run. */
    public Latencies latencies() {
        return latencies;
    }

    public synchronized Score score() {
        return new Score(
                Map.copyOf(commands),
                Map.copyOf(events),
                deadLetters,
                unanswered.size(),
                unanswered.isEmpty() ? 0 : unanswered.values().iterator().next(),
                rejects,
                symbols.size(),
                trades,
                sequencer.repeats(),
                sequencer.heldBack(),
                firstTradeAt,
                alerts.raised(),
                alerts.newest());
    }
}
