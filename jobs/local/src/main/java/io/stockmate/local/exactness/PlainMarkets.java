package io.stockmate.local.exactness;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The markets of all symbols, fed with records as matching would be, without a job. */
final class PlainMarkets {
    private final MarketRules rules;
    private final CommandCodec codec = new CommandCodec();
    private final Map<String, Market> markets = new HashMap<>();
    private final SortedMap<String, Long> commands = new TreeMap<>();

    PlainMarkets(MarketRules rules) {
        this.rules = rules;
    }

    void apply(ArrivedRecord record, Consumer<Event> sink) {
        if (!(codec.decode(record) instanceof Decoded.Understood understood)) {
            return;
        }
        String symbol = understood.command().symbol();
        Market market = markets.getOrDefault(symbol, Market.open(rules, symbol));
        market.apply(understood.command(), record.cause(), event -> {
            if (event.seq() > 0) {
                commands.put(symbol, event.header().commandSeq());
            }
            sink.accept(event);
        });
        if (market.isKnown()) {
            markets.put(symbol, market);
        }
    }

    /** The last commandSeq of each symbol. */
    SortedMap<String, Long> commands() {
        return commands;
    }

    /** The chain of each symbol. */
    SortedMap<String, Long> chains() {
        SortedMap<String, Long> chains = new TreeMap<>();
        markets.forEach((symbol, market) -> chains.put(symbol, market.chain()));
        return chains;
    }
}
