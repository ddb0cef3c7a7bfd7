package io.stockmate.local.command;

import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.kinesis.PutReceipt;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.EventText;
import io.stockmate.local.console.Ink;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The events whose causes are the records that were put, printed as they come. */
final class Answers {
    /** The events of one command come together; so long after the last one no more are expected. */
    private static final Duration QUIET = Duration.ofMillis(300);

    private final PrintWriter out;
    private final Ink ink;
    private final EventCodec codec = new EventCodec();
    private final Map<PutReceipt, Integer> lines = new HashMap<>();
    private final Set<Integer> unanswered = new TreeSet<>();
    private final Set<Integer> refused = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();
    private Duration patience = Duration.ZERO;

    Answers(List<InputLine> put, List<PutReceipt> receipts, PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
        for (int place = 0; place < put.size(); place++) {
            if (put.get(place).deadLetter() == null) {
                lines.put(receipts.get(place), put.get(place).number());
                unanswered.add(put.get(place).number());
            }
        }
    }

    /** Waits until all are answered and it has become quiet, or the time is over. */
    void await(KinesisReader events, Duration atMost) throws InterruptedException {
        patience = atMost;
        long deadline = System.nanoTime() + atMost.toNanos();
        long quietAt = System.nanoTime();
        while (!lines.isEmpty() && (!unanswered.isEmpty() || System.nanoTime() < quietAt)) {
            boolean heard = false;
            for (ArrivedRecord record : events.poll()) {
                heard |= take(codec.decode(record.data()));
            }
            out.flush();
            long now = System.nanoTime();
            if (heard) {
                quietAt = now + QUIET.toNanos();
            }
            if (now > deadline) {
                return;
            }
        }
    }

    private boolean take(Event event) {
        Integer line =
                lines.get(new PutReceipt(event.cause().shardId(), event.cause().sequenceNumber()));
        if (line == null || !seen.add(event.header().execId())) {
            return false;
        }
        unanswered.remove(line);
        String text = EventText.line(event);
        if (EventText.refuses(event)) {
            refused.add(line);
            text = ink.bad(text);
        }
        out.println(text);
        return true;
    }

    /** @throws CommandFailed naming the lines that matching refused or did not answer */
    void requireNoneRefused() {
        if (!unanswered.isEmpty()) {
            throw new CommandFailed("no answer to " + named(unanswered) + " within " + patience.toSeconds()
                    + " s: they stay in the stream and are answered when the job runs; see the web UI");
        }
        if (!refused.isEmpty()) {
            throw new CommandFailed("refused: " + named(refused) + ", see above");
        }
    }

    private static String named(Set<Integer> numbers) {
        String few = numbers.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "));
        return (numbers.size() == 1 ? "line " : "lines ") + few + (numbers.size() > 10 ? " and others" : "");
    }
}
