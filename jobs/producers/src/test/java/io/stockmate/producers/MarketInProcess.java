package io.stockmate.producers;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The markets of all symbols, fed with submissions as the stream would feed them. */
final class MarketInProcess {
    private final MarketRules rules = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);
    private final CommandCodec codec = new CommandCodec();
    private final Map<String, Market> markets = new TreeMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private long records;

    List<Event> apply(long time, List<Submission> submissions) {
        List<ArrivedRecord> arrived = new ArrayList<>();
        for (Submission submission : submissions) {
            Cause cause = new Cause("shardId-000000000000", String.valueOf(records + arrived.size() + 1), 0, time);
            arrived.add(new ArrivedRecord(cause, submission.partitionKey(), submission.data(codec)));
        }
        return apply(arrived);
    }

    List<Event> apply(List<ArrivedRecord> arrived) {
        List<Event> events = new ArrayList<>();
        for (ArrivedRecord record : arrived) {
            records++;
            Decoded decoded = codec.decode(record);
            if (decoded instanceof Decoded.Understood understood) {
                String symbol = understood.command().symbol();
                Market market = markets.getOrDefault(symbol, Market.open(rules, symbol));
                market.apply(understood.command(), record.cause(), events::add);
                if (market.isKnown()) {
                    markets.put(symbol, market);
                }
            } else if (decoded instanceof Decoded.Dead dead) {
                deadLetters.add(dead.letter());
            }
        }
        return events;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    int restingOrders() {
        return markets.values().stream().mapToInt(Market::restingOrders).sum();
    }

    long records() {
        return records;
    }
}
