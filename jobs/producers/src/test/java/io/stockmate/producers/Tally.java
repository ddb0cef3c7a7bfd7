package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What a test wants to know of many events. */
final class Tally implements Consumer<Event> {
    final Map<EventType, Long> events = new TreeMap<>();
    final Map<String, Long> trades = new TreeMap<>();
    final Map<String, Set<Long>> prices = new TreeMap<>();
    final Map<StockReason, Long> stockReasons = new TreeMap<>();
    final Map<ExecType, Long> execTypes = new TreeMap<>();
    final Set<String> texts = new TreeSet<>();
    final Map<String, Long> emptyBidMs = new TreeMap<>();
    final Map<String, Long> emptyAskMs = new TreeMap<>();
    final Map<String, String> working = new HashMap<>();
    long crossed;
    long deliveries;
    private final Map<String, Event> lastTop = new HashMap<>();
    private final Set<String> execIds = new HashSet<>();

    @Override
    public void accept(Event event) {
        if (!execIds.add(event.header().execId())) {
            throw new AssertionError("execId twice: " + event.header().execId());
        }
        events.merge(event.body().type(), 1L, Long::sum);
        if (event.body() instanceof Trade trade) {
            trades.merge(event.symbol(), 1L, Long::sum);
            prices.computeIfAbsent(event.symbol(), symbol -> new TreeSet<>()).add(trade.price());
        } else if (event.body() instanceof TopOfBook top) {
            top(event, top);
        } else if (event.body() instanceof ExecutionReport report) {
            report(report);
        } else if (event.body() instanceof OrderCancelReject reject) {
            texts.add("cancel reject " + reject.text());
        } else if (event.body() instanceof BusinessReject reject) {
            texts.add("business reject " + reject.text());
        } else if (event.body() instanceof StockLevel level) {
            stockReasons.merge(level.reason(), 1L, Long::sum);
            deliveries += level.reason() == StockReason.RECEIPT && level.ref() != null ? 1 : 0;
        }
    }

    private void report(ExecutionReport report) {
        execTypes.merge(report.execType(), 1L, Long::sum);
        if (report.text() != null) {
            texts.add("report " + report.text());
        }
        if (report.ordStatus().isTerminal()) {
            working.remove(report.orderId());
        } else {
            working.put(report.orderId(), report.account());
        }
    }

    private void top(Event event, TopOfBook top) {
        Event before = lastTop.put(event.symbol(), event);
        if (!Absent.is(top.bidPx()) && !Absent.is(top.askPx()) && top.bidPx() >= top.askPx()) {
            crossed++;
        }
        if (before != null && before.body() instanceof TopOfBook last) {
            long lastedMs = event.header().ts() - before.header().ts();
            emptyBidMs.merge(event.symbol(), Absent.is(last.bidPx()) ? lastedMs : 0, Long::sum);
            emptyAskMs.merge(event.symbol(), Absent.is(last.askPx()) ? lastedMs : 0, Long::sum);
        }
    }
}
