package io.stockmate.benchmarks.lobster;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.Trade;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Quantities in a row, each with a mark (a price or an id), taken off from the front piece by piece. */
final class LobsterFills {
    /** Receives a piece. */
    interface Piece {
        void take(long mark, long quantity);
    }

    private final Deque<long[]> left = new ArrayDeque<>();

    private LobsterFills() {}

    /** The trades among events, marked with their prices. */
    LobsterFills(List<Event> events) {
        for (Event event : events) {
            if (event.body() instanceof Trade trade) {
                left.add(new long[] {trade.price(), trade.qty()});
            }
        }
    }

    /** The executions that rows tell of, marked with the resting orders' ids. */
    static LobsterFills ofRows(List<LobsterMessage> rows) {
        LobsterFills fills = new LobsterFills();
        rows.forEach(row -> fills.left.add(new long[] {row.orderId(), row.size()}));
        return fills;
    }

    /** Takes {@code quantity}, or what there is. */
    void take(long quantity, Piece piece) {
        long wanted = quantity;
        while (wanted > 0 && !left.isEmpty()) {
            long[] first = left.getFirst();
            long taken = Math.min(wanted, first[1]);
            piece.take(first[0], taken);
            first[1] -= taken;
            wanted -= taken;
            if (first[1] == 0) {
                left.removeFirst();
            }
        }
    }
}
