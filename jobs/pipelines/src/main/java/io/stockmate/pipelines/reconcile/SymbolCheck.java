package io.stockmate.pipelines.reconcile;

import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.reference.OrderLives;
import io.stockmate.core.reference.TradeCorrections;
import io.stockmate.core.reference.TradeFills;
import java.util.HashMap;
import java.util.Map;

/** All invariants, for one symbol. */
final class SymbolCheck {
    private final SymbolEvidence evidence;
    private final MarketRules rules;
    private final Evidence.Books books;
    private final OrderLists lists;
    private final Findings findings;

    SymbolCheck(SymbolEvidence evidence, MarketRules rules, Evidence.Books books, OrderLists lists, Findings findings) {
        this.evidence = evidence;
        this.rules = rules;
        this.books = books;
        this.lists = lists;
        this.findings = findings;
    }

    Accounts run() {
        EventMerge events = new EventMerge(evidence, rules.hash(), findings);
        events.run();
        Commands commands = Commands.of(evidence.records);
        Map<String, Long> commandSeqs = commandSeqs(events);
        new LogCheck(evidence, commands, commandSeqs, findings).run();
        new DeadLetterCheck(evidence, commands, findings).run();
        TradeFills fills = new TradeFills((event, problem) -> add(Invariant.FILLS_ARE_EQUAL, event, problem));
        TradeCorrections corrections =
                new TradeCorrections((event, problem) -> add(Invariant.FILLS_ARE_EQUAL, event, problem));
        OrderLives lives = new OrderLives((event, problem) -> add(Invariant.ORDERS_END_ONCE, event, problem));
        for (Event event : events.inChain().values()) {
            fills.accept(event);
            corrections.accept(event);
            lives.accept(event);
        }
        fills.end();
        corrections.end();
        new BooksCheck(evidence, events, books, lists, findings).run();
        ReplayCheck replay = new ReplayCheck(evidence, rules, events, findings);
        boolean follows = replay.run(commands.understood.values());
        requireTheSameOrders(events, lives, follows ? replay.restingOrders() : lives.working());
        for (LogEntry entry : evidence.log) {
            commandSeqs.putIfAbsent(Places.key(entry.cause()), entry.commandSeq());
        }
        return new AnswerCheck(evidence, commands, commandSeqs, events, findings).run(fills.trades(), lives.working());
    }

    private static Map<String, Long> commandSeqs(EventMerge events) {
        Map<String, Long> commandSeqs = new HashMap<>();
        events.outside().values().forEach(event -> commandSeqs.put(Places.key(event.cause()), 0L));
        events.inChain()
                .values()
                .forEach(event -> commandSeqs.put(
                        Places.key(event.cause()), event.header().commandSeq()));
        return commandSeqs;
    }

    private void requireTheSameOrders(EventMerge events, OrderLives lives, int resting) {
        if (!lives.hasGap() && lives.working() != resting) {
            add(
                    Invariant.ORDERS_END_ONCE,
                    events.inChain().lastEntry().getValue(),
                    lives.working() + " orders have not ended, and " + resting + " rest");
        }
    }

    private void add(Invariant invariant, Event event, String detail) {
        findings.add(invariant, evidence.symbol, Places.of(event), detail);
    }
}
