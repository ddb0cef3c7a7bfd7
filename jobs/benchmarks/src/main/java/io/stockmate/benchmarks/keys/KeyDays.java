package io.stockmate.benchmarks.keys;

import io.stockmate.core.demand.daily.DemandResults;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.demand.daily.SymbolDemand;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Tick;
import io.stockmate.core.state.PieceStore;
import org.jspecify.annotations.Nullable;

/**
 * The events of one key, a symbol of which one shop with a stock policy issues goods on two days of five, as the demand
 * job takes them.
 */
final class KeyDays {
    private static final String SHOP = "SHOP-1";
    private static final long DAY_0 = 20_000;
    private static final long DAY_MS = 86_400_000;
    private static final long NOON_MS = DAY_MS / 2;
    private static final long ON_HAND = 100;
    private static final long LEAD_TIME_DAYS = 7;
    private static final long SERVICE_LEVEL = 95 * Decimal.ONE / 100;
    private static final long NONE = Absent.NUMBER;

    private final long key;
    private final String symbol;
    private final PieceStore pieces;
    private final DemandResults results;

    KeyDays(long key, PieceStore pieces, DemandResults results) {
        this.key = key;
        this.symbol = "SKU-" + key;
        this.pieces = pieces;
        this.results = results;
    }

    void open() {
        configure(new DefineInstrument(
                symbol,
                "bench",
                "EUR",
                Decimal.ONE / 100,
                1,
                1_000_000,
                LEAD_TIME_DAYS,
                false,
                true,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE));
        configure(new SetStockPolicy(
                LEAD_TIME_DAYS, Decimal.ONE, SERVICE_LEVEL, ServiceMeasure.CYCLE, 1, NONE, NONE, NONE, NONE));
    }

    private void configure(CommandBody body) {
        apply(
                0,
                DAY_0 * DAY_MS,
                new Accepted(body.type().wireName(), "{}"),
                new Command(symbol, SHOP, Absent.NUMBER, body));
    }

    /** What happens on a day: goods are issued, or else counted. */
    void pass(int day) {
        long demand = demand(key, day);
        StockReason reason = demand > 0 ? StockReason.ISSUE : StockReason.COUNT;
        StockLevel level = new StockLevel(SHOP, ON_HAND, 0, ON_HAND, 0, reason, -demand, null, Absent.NUMBER);
        apply(2L * day + 1, (DAY_0 + day) * DAY_MS + NOON_MS, level, null);
    }

    /** The tick that closes {@code day} and all before it. */
    void close(int day) {
        Accepted tick = new Accepted(new Tick().type().wireName(), "{}");
        apply(2L * day + 2, (DAY_0 + day + 1) * DAY_MS + DemandSettings.DEFAULT.correctableMs(), tick, null);
    }

    private void apply(long seq, long ts, EventBody body, @Nullable Command configuration) {
        EventHeader header = new EventHeader(symbol, seq + 1, seq + 1, symbol + "-" + seq, ts);
        Event event = new Event(header, 0, new Cause("0", "0", 0, ts), body);
        SymbolDemand.apply(event, configuration, DemandSettings.DEFAULT, pieces, results);
    }

    /** By an integer hash of key and day. */
    private static long demand(long key, long day) {
        long hash = (key * 0x9E3779B97F4A7C15L) ^ (day * 0xC2B2AE3D27D4EB4FL);
        hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
        hash ^= hash >>> 32;
        return Math.floorMod(hash, 5) < 2 ? 1 + Math.floorMod(hash >>> 8, 12) : 0;
    }
}
