package io.stockmate.pipelines.replay;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.core.book.Book;
import io.stockmate.core.market.EventSink;
import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.matching.CommandLog;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One symbol's market, fed with the symbol's records in their order, as matching would be. */
public final class ReplayedMarket {
    private final CommandCodec codec = new CommandCodec();
    private final String symbol;
    private final Market market;
    private @Nullable DeadLetter letter;

    public ReplayedMarket(MarketRules rules, String symbol) {
        this(rules, symbol, Market::emptyBook);
    }

    /** @param books makes the market's book; every right one gives the same events */
    public ReplayedMarket(MarketRules rules, String symbol, Supplier<? extends Book> books) {
        this.symbol = symbol;
        this.market = Market.open(rules, symbol, books);
    }

    /**
     * Applies a record and hands out what happens.
     *
     * @return the record's row in the log; empty where it is no command of this symbol, and {@link #refusal} tells why
     */
    public Optional<LakeRow.OfCommand> apply(ArrivedRecord record, EventSink sink) {
        Decoded decoded = codec.decode(record);
        if (decoded instanceof Decoded.Understood understood
                && understood.command().symbol().equals(symbol)) {
            market.apply(understood.command(), record.cause(), sink);
            letter = null;
            return Optional.of(CommandLog.row(record, symbol, market));
        }
        letter = decoded instanceof Decoded.Dead dead ? dead.letter() : null;
        return Optional.empty();
    }

    /** Why the last record was not applied. */
    public String refusal() {
        return letter == null ? "a command of another symbol" : letter.reason() + ", " + letter.detail();
    }

    public int restingOrders() {
        return market.restingOrders();
    }

    /** The chain after the last event; 0 while the symbol is unknown. */
    public long chain() {
        return market.chain();
    }
}
