package io.stockmate.core.market;

import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import java.util.Map;

/** The market of one symbol. */
public final class Market {
    private Market() {}

    /** A market that no DefineInstrument has made known. */
    public static Market open(MarketRules rules, String symbol) {
        throw new IllegalStateException("in the making");
    }

    /** A market as its pieces hold it; unknown where there are none. */
    public static Market load(MarketRules rules, String symbol, Iterable<Map.Entry<String, byte[]>> pieces) {
        throw new IllegalStateException("in the making");
    }

    /** Whether a DefineInstrument has been accepted. An unknown market keeps nothing of what is applied to it. */
    public boolean isKnown() {
        throw new IllegalStateException("in the making");
    }

    public void apply(Command command, Cause cause, EventSink sink) {
        throw new IllegalStateException("in the making");
    }

    /** How many commands it has seen; the last one's number. 0 while unknown. */
    public long commandSeq() {
        throw new IllegalStateException("in the making");
    }

    /** Book time: the ts of the last command. */
    public long ts() {
        throw new IllegalStateException("in the making");
    }

    /** Hands out the pieces that changed since the last call (or since load), and forgets that they did. */
    public void writeChanges(PieceSink sink) {
        throw new IllegalStateException("in the making");
    }

    /** How many orders rest. */
    public int restingOrders() {
        throw new IllegalStateException("in the making");
    }
}
