package io.stockmate.pipelines.anomaly;

import io.stockmate.core.anomaly.AnomalyScenario;
import io.stockmate.core.anomaly.WatchedMarket;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The events of all scenarios, each as a symbol of its own. */
final class PlayedScenarios {
    private PlayedScenarios() {}

    /** All symbols at once, the short scenarios stretched, so that each is cut wherever the whole is. */
    static List<Event> interleaved() throws IOException {
        List<List<Event>> bySymbol = new ArrayList<>();
        for (String name : AnomalyScenario.names()) {
            bySymbol.add(AnomalyScenario.play(name).events().stream()
                    .map(event -> ofSymbol(event, name.toUpperCase(Locale.ROOT)))
                    .toList());
        }
        int longest = bySymbol.stream().mapToInt(List::size).max().orElseThrow();
        List<Event> events = new ArrayList<>();
        for (int step = 0; step < longest; step++) {
            for (List<Event> each : bySymbol) {
                events.addAll(each.subList(each.size() * step / longest, each.size() * (step + 1) / longest));
            }
        }
        return events;
    }

    private static Event ofSymbol(Event event, String symbol) {
        EventHeader header = event.header();
        return new Event(
                new EventHeader(symbol, header.seq(), header.commandSeq(), symbol + "-" + header.seq(), header.ts()),
                event.chain(),
                event.cause(),
                event.body() instanceof Accepted accepted
                        ? new Accepted(accepted.kind(), accepted.body().replace(WatchedMarket.SYMBOL, symbol))
                        : event.body());
    }
}
