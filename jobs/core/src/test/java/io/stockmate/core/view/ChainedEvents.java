package io.stockmate.core.view;

import io.stockmate.core.chain.Chain;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.TopOfBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Events as a market publishes them, ten a second where nothing else is said, and as a stream delivers them. */
public final class ChainedEvents {
    /** Under which they were made. */
    public static final MarketRules RULES = MarketRules.of(List.of("house"), MarketRules.CORRECTABLE_MS_DEFAULT);

    public static final long RULES_HASH = RULES.hash();

    /** Book time of the event before the first. */
    public static final long START = 1_772_634_600_000L;

    private ChainedEvents() {}

    /** Seq 1 to {@code count}. */
    public static List<Event> of(String symbol, int count) {
        return of(symbol, count, Duration.ofMillis(100));
    }

    /** The same with this much book time between two. */
    public static List<Event> of(String symbol, int count, Duration apart) {
        Chain chains = new Chain();
        List<Event> events = new ArrayList<>();
        long chain = RULES_HASH;
        for (int seq = 1; seq <= count; seq++) {
            EventHeader header = new EventHeader(symbol, seq, seq, symbol + "-" + seq, START + seq * apart.toMillis());
            TopOfBook body = new TopOfBook(seq, 1, Absent.NUMBER, Absent.NUMBER);
            chain = chains.next(chain, header, body);
            events.add(new Event(header, chain, cause(seq), body));
        }
        return events;
    }

    /** The answer to a command of an unknown symbol. */
    public static Event outside(String symbol, int n) {
        EventHeader header = new EventHeader(symbol, 0, 0, symbol + "-0-shardId-000000000000-" + n + "-0", START);
        return new Event(header, 0, cause(n), new TopOfBook(n, 1, Absent.NUMBER, Absent.NUMBER));
    }

    /** The same place with another content, under the chain of the original or one of its own. */
    public static Event changed(Event event, long chain) {
        return new Event(event.header(), chain, event.cause(), new TopOfBook(7_777, 7, 8_888, 8));
    }

    private static Cause cause(int n) {
        return new Cause("shardId-000000000000", String.valueOf(n), 0, START + 100L * n);
    }

    /** One in ten again, and none further than {@code within} places from where it was. */
    public static List<Event> disturbed(List<Event> events, int within, long seed) {
        Random random = new Random(seed);
        record Sent(Event event, int place) {}
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            int copies = random.nextInt(10) == 0 ? 2 : 1;
            for (int copy = 0; copy < copies; copy++) {
                sent.add(new Sent(events.get(i), i + random.nextInt(within)));
            }
        }
        sent.sort(Comparator.comparingInt(Sent::place));
        return sent.stream().map(Sent::event).toList();
    }

    public static Map<String, List<Event>> bySymbol(Iterable<Event> events) {
        Map<String, List<Event>> bySymbol = new HashMap<>();
        for (Event event : events) {
            bySymbol.computeIfAbsent(event.symbol(), symbol -> new ArrayList<>())
                    .add(event);
        }
        return bySymbol;
    }
}
