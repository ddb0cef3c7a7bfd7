package io.stockmate.producers;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.TopOfBook;

/** Events for tests. */
final class Events {
    private static final Cause CAUSE = new Cause("shardId-000000000000", "1", 0, 1_000);

    private Events() {}

    static Event of(String symbol, long seq, EventBody body) {
        return of(symbol, seq, 1_000, body);
    }

    static Event of(String symbol, long seq, long ts, EventBody body) {
        return new Event(new EventHeader(symbol, seq, seq, symbol + "-" + seq, ts), 0, CAUSE, body);
    }

    static Event top(String symbol, long seq) {
        return of(symbol, seq, new TopOfBook(100, 1, 200, 1));
    }
}
