package io.stockmate.benchmarks.simulation;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.market.PieceSink;
import io.stockmate.core.state.HeapPieces;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** Markets on the heap, over the pieces from which each is loaded when its symbol is first heard of. */
final class MatchingWork implements Work<LoggedCommand> {
    static final String COMMANDS = "command";
    static final String EVENTS = "event";

    private static final String MARKET = "market";
    private static final String ARCHIVE = "archive";

    private final MarketRules rules;
    private final KeyedState state;
    private final Mechanisms mechanisms;
    private final Map<String, Market> markets = new HashMap<>();

    MatchingWork(MarketRules rules, KeyedState state, Mechanisms mechanisms) {
        this.rules = rules;
        this.state = state;
        this.mechanisms = mechanisms;
    }

    @Override
    public void take(LoggedCommand record, Outbox out) {
        String symbol = record.command().symbol();
        Market market = markets.computeIfAbsent(symbol, this::load);
        market.apply(record.command(), record.cause(), event -> {
            out.row(EVENTS, symbol, event);
            out.publish(event);
        });
        out.row(COMMANDS, symbol, record);
    }

    private Market load(String symbol) {
        return Market.load(
                rules,
                symbol,
                mechanisms.marketPieces(state.pieces(symbol, MARKET)).entrySet(),
                new HeapPieces(state.pieces(symbol, ARCHIVE)));
    }

    @Override
    public void snapshot() {
        markets.forEach((symbol, market) -> market.writeChanges(sink(state.pieces(symbol, MARKET))));
    }

    static PieceSink sink(SortedMap<String, byte[]> pieces) {
        return new PieceSink() {
            @Override
            public void put(String piece, byte[] bytes) {
                pieces.put(piece, bytes);
            }

            @Override
            public void remove(String piece) {
                pieces.remove(piece);
            }
        };
    }
}
