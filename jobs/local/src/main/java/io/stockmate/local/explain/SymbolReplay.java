package io.stockmate.local.explain;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.anomaly.SymbolWatch;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.LogEntry;
import io.stockmate.pipelines.replay.ReplayedMarket;
import java.util.List;
import java.util.function.Consumer;

/** One symbol's commands, through the very market and the very rules that the jobs run. */
final class SymbolReplay {
    private final ReplayedMarket market;
    private final SymbolWatch watch;
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final Consumer<Event> events;
    private final Consumer<Alert> alerts;

    SymbolReplay(
            String symbol,
            MarketRules rules,
            AnomalySettings settings,
            Consumer<Event> events,
            Consumer<Alert> alerts) {
        this.market = new ReplayedMarket(rules, symbol);
        this.watch = SymbolWatch.load(settings, symbol, List.of());
        this.events = events;
        this.alerts = alerts;
    }

    /** The next entry of the symbol's log. */
    void apply(LogEntry entry) {
        market.apply(new ArrivedRecord(entry.cause(), entry.partitionKey(), entry.data()), this::observe);
    }

    private void observe(Event event) {
        if (event.seq() >= 1) {
            events.accept(event);
            watch.apply(event, accepted.configuration(event), alerts);
        }
    }
}
