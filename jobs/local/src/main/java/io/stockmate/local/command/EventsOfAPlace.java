package io.stockmate.local.command;

import io.stockmate.core.message.Event;
import io.stockmate.local.console.EventText;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.List;

/** What one side of a comparison holds where it differs. */
final class EventsOfAPlace {
    private EventsOfAPlace() {}

    static void print(String side, List<Event> events, PrintWriter out) {
        if (events.isEmpty()) {
            out.println("  " + side + ": no such event");
        }
        for (Event event : events) {
            out.println("  " + side + ": " + EventText.line(event) + ", chain "
                    + HexFormat.of().toHexDigits(event.chain()));
        }
    }
}
