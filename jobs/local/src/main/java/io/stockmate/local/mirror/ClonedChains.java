package io.stockmate.local.mirror;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.connectors.wire.UnreadableEvent;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.platform.Streams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The chains of a clone beside those of its original: one number of a symbol's last cloned event tells whether all of
 * them are the same.
 *
 * @param equal symbols whose chains agree
 * @param different those whose chains do not, with the place
 * @param unknown those of which the original shows no such event yet
 * @param behind events that the original's stream has beyond the clone's, of all these symbols
 */
public record ClonedChains(List<String> equal, List<String> different, List<String> unknown, long behind) {
    private static final Logger LOG = LoggerFactory.getLogger(ClonedChains.class);

    private record Last(long seq, long chain) {}

    /**
     * @param clone the clone's streams, to whose end matching has come
     * @param original the streams of its original, which may have ended
     * @param lake the original's, for events that its stream does not give
     */
    public static ClonedChains compare(AwsSettings clone, AwsSettings original, Path lake) throws InterruptedException {
        Map<String, Last> last = new TreeMap<>();
        read(clone, event -> {
            if (event.seq() > 0) {
                last.merge(
                        event.symbol(),
                        new Last(event.seq(), event.chain()),
                        (before, now) -> now.seq() > before.seq() ? now : before);
            }
        });
        Map<String, Long> found = new TreeMap<>();
        Map<String, Long> ends = new TreeMap<>();
        try {
            read(original, event -> {
                ends.merge(event.symbol(), event.seq(), Math::max);
                Last wanted = last.get(event.symbol());
                if (wanted != null && wanted.seq() == event.seq()) {
                    found.put(event.symbol(), event.chain());
                }
            });
        } catch (SdkException ended) {
            LOG.info("the original's stream cannot be read; its lake is", ended);
        }
        inLake(lake, last, found);
        long behind = last.entrySet().stream()
                .mapToLong(mine -> Math.max(
                        0,
                        ends.getOrDefault(mine.getKey(), 0L) - mine.getValue().seq()))
                .sum();
        return of(last, found, behind);
    }

    private static void inLake(Path lake, Map<String, Last> last, Map<String, Long> found) {
        Map<String, Long> wanted = new TreeMap<>();
        last.forEach((symbol, mine) -> wanted.put(symbol, mine.seq()));
        wanted.keySet().removeAll(found.keySet());
        try (LakeReader reader = LakeReader.open(lake, unreadable -> {})) {
            found.putAll(reader.chainsAt(wanted));
        }
    }

    private static ClonedChains of(Map<String, Last> last, Map<String, Long> found, long behind) {
        ClonedChains chains = new ClonedChains(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), behind);
        last.forEach((symbol, mine) -> {
            Long original = found.get(symbol);
            if (original == null) {
                chains.unknown.add(symbol);
            } else if (original == mine.chain()) {
                chains.equal.add(symbol);
            } else {
                chains.different.add(symbol + " at or before seq " + mine.seq());
            }
        });
        return chains;
    }

    private static void read(AwsSettings streams, Consumer<Event> each) throws InterruptedException {
        EventCodec codec = new EventCodec();
        try (KinesisReader reader =
                KinesisReader.open(Streams.reading(Streams.EVENTS, streams, InitialPosition.TRIM_HORIZON))) {
            do {
                for (ArrivedRecord record : reader.poll()) {
                    try {
                        each.accept(codec.decode(record.data()));
                    } catch (UnreadableEvent foreign) {
                        LOG.debug("no event: {}", record.cause(), foreign);
                    }
                }
            } while (!reader.isCaughtUp());
        }
    }
}
