package io.stockmate.pipelines.events;

import io.stockmate.core.message.Event;
import io.stockmate.core.view.ChainedEvents;
import java.util.ArrayList;
import java.util.List;

/** A stream of several symbols, and what their markets published. */
record Delivered(List<Event> published, List<Event> stream) {
    /** One event in ten comes again, none further than {@code within} places from where it was. */
    static Delivered disturbed(int symbols, int eventsEach, int within, long seed) {
        List<List<Event>> bySymbol = new ArrayList<>();
        for (int i = 0; i < symbols; i++) {
            bySymbol.add(ChainedEvents.of("SKU-" + i, eventsEach));
        }
        List<Event> published = new ArrayList<>();
        for (int n = 0; n < eventsEach; n++) {
            for (List<Event> events : bySymbol) {
                published.add(events.get(n));
            }
        }
        return new Delivered(published, ChainedEvents.disturbed(published, within, seed));
    }
}
