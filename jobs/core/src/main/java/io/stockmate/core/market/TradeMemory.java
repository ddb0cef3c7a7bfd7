package io.stockmate.core.market;

import io.stockmate.core.state.PieceStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trades that can still be corrected, and the orders of theirs that have ended. They are in an archive, in slices
 * of book time of which each is as long as a trade is correctable: so no more than two of them count, the present and
 * the one before, and older ones are dropped whole. The heap holds what is new since the last snapshot.
 */
final class TradeMemory {
    private static final long HOUR_MS = 60L * 60 * 1000;

    private final PieceStore archive;
    private final long correctableMs;
    private final long sliceHours;

    /** Symbols begin their slices at different hours, so that they do not all drop one at once. */
    private final long offsetHours;

    /** Newest first, at most two. */
    private final List<TradeSlice> slices = new ArrayList<>();

    private final List<String> dropped = new ArrayList<>();
    private boolean begun;

    TradeMemory(String symbol, long correctableMs, PieceStore archive) {
        this.archive = archive;
        this.correctableMs = correctableMs;
        this.sliceHours = correctableMs / HOUR_MS + 1;
        this.offsetHours = Math.floorMod((long) symbol.hashCode(), sliceHours);
    }

    void add(KeptTrade trade) {
        if (correctableMs > 0) {
            slice(trade.ts(), trade.number()).trades.put(trade);
        }
    }

    /** Takes an order that has ended, or one that had ended and of which a trade was corrected since. */
    void ended(EndedOrder order, long ts, long nextTrade) {
        if (correctableMs > 0) {
            slice(ts, nextTrade).orders.put(order);
        }
    }

    private TradeSlice slice(long ts, long nextTrade) {
        long now = ts / HOUR_MS;
        long hour = now - Math.floorMod(now + offsetHours, sliceHours);
        if (slices.isEmpty() || slices.get(0).hour != hour) {
            slices.add(0, new TradeSlice(hour, nextTrade, archive));
            begun = true;
            while (slices.get(slices.size() - 1).hour < hour - sliceHours) {
                dropped.add(slices.remove(slices.size() - 1).prefix());
            }
        }
        return slices.get(0);
    }

    /** The trade of this number; null where there was none, or it is too old to be corrected at {@code ts}. */
    @Nullable
    KeptTrade find(long number, long ts) {
        TradeSlice slice = holding(number);
        KeptTrade trade = slice == null ? null : slice.trades.find(number);
        return trade == null || ts - trade.ts() >= correctableMs ? null : trade;
    }

    /** How an order of a trade that can be corrected ended; null while it works. */
    @Nullable
    EndedOrder ended(long entry) {
        for (TradeSlice slice : slices) {
            EndedOrder order = slice.orders.find(entry);
            if (order != null) {
                return order;
            }
        }
        return null;
    }

    void corrected(KeptTrade trade) {
        TradeSlice slice = holding(trade.number());
        if (slice == null) {
            throw new IllegalStateException("trade " + trade.number() + " is not kept");
        }
        slice.trades.put(trade);
    }

    private @Nullable TradeSlice holding(long number) {
        for (TradeSlice slice : slices) {
            if (slice.firstTrade <= number) {
                return slice;
            }
        }
        return null;
    }

    void writeChanges(PieceSink sink) {
        dropped.forEach(slice -> archive.names(slice).forEach(archive::remove));
        dropped.clear();
        slices.forEach(TradeSlice::write);
        if (begun) {
            sink.put(Pieces.TRADE_SLICES, Pieces.of(slices));
            begun = false;
        }
    }

    void load(String piece, byte[] bytes) {
        slices.addAll(Pieces.read(piece, bytes, source -> TradeSlice.read(source, archive)));
    }
}
