package io.stockmate.producers;

import io.stockmate.core.message.Side;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders that were entered and not answered yet. After {@value Desk#ANSWER_WITHIN_MS} ms they count as lost. */
final class OrdersUnderWay {
    private final Map<String, Entered> byId = new LinkedHashMap<>();

    private record Entered(Side side, long qty, long at) {}

    void enter(String clOrdId, OrderTicket ticket, long time) {
        forgetLost(time);
        byId.put(clOrdId, new Entered(ticket.side(), ticket.orderQty(), time));
    }

    void answered(String clOrdId) {
        byId.remove(clOrdId);
    }

    int count(long time) {
        forgetLost(time);
        return byId.size();
    }

    int count(Side side, long time) {
        forgetLost(time);
        int count = 0;
        for (Entered order : byId.values()) {
            count += order.side() == side ? 1 : 0;
        }
        return count;
    }

    /** In units. */
    long qty(Side side, long time) {
        forgetLost(time);
        long qty = 0;
        for (Entered order : byId.values()) {
            qty += order.side() == side ? order.qty() : 0;
        }
        return qty;
    }

    private void forgetLost(long time) {
        Iterator<Entered> oldestFirst = byId.values().iterator();
        while (oldestFirst.hasNext() && time - oldestFirst.next().at() >= Desk.ANSWER_WITHIN_MS) {
            oldestFirst.remove();
        }
    }
}
