package io.stockmate.pipelines.matching;

import io.stockmate.core.market.Market;
import io.stockmate.core.message.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What markets make of commands without Flink: the judge. */
final class Matched {
    private Matched() {}

    static List<Event> by(Iterable<Inbound> session) {
        Map<String, Market> markets = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (Inbound inbound : session) {
            markets.computeIfAbsent(inbound.symbol(), symbol -> Market.open(Commands.RULES, symbol))
                    .apply(inbound.command(), inbound.record().cause(), events::add);
        }
        return events;
    }

    static Map<String, List<Event>> bySymbol(List<Event> events) {
        return events.stream().collect(Collectors.groupingBy(Event::symbol));
    }
}
