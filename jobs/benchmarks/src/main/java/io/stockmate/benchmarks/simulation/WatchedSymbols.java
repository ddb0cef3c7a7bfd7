package io.stockmate.benchmarks.simulation;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.anomaly.SymbolWatch;
import io.stockmate.core.message.Event;
import java.util.HashMap;
import java.util.Map;

/** The watches, which live on the heap between checkpoints. */
final class WatchedSymbols implements Consumer {
    static final String TABLE = "alert";

    private final KeyedState state;
    private final Mechanisms mechanisms;
    private final AcceptedCommands accepted = new AcceptedCommands();
    private final Map<String, SymbolWatch> watches = new HashMap<>();

    WatchedSymbols(KeyedState state, Mechanisms mechanisms) {
        this.state = state;
        this.mechanisms = mechanisms;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public void apply(Event event, Outbox out) {
        watches.computeIfAbsent(event.symbol(), this::load)
                .apply(event, accepted.configuration(event), alert -> out.row(TABLE, event.symbol(), alert));
    }

    private SymbolWatch load(String symbol) {
        Map<String, byte[]> pieces = mechanisms.consumerPieces(TABLE, state.pieces(symbol, TABLE));
        return SymbolWatch.load(AnomalySettings.DEFAULT, symbol, pieces.entrySet());
    }

    @Override
    public void snapshot() {
        watches.forEach((symbol, watch) -> watch.writeChanges(MatchingWork.sink(state.pieces(symbol, TABLE))));
    }
}
