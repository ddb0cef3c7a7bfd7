package io.stockmate.core.market;

import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.state.PieceStore;

/** The trades of a stretch of book time, and the orders that ended in it having traded. */
final class TradeSlice implements Described {
    /** The hour, counted from the epoch, in which it begins. */
    final long hour;

    /** The number of the first trade that it can hold. */
    final long firstTrade;

    final ArchivedSlots<KeptTrade> trades;
    final ArchivedSlots<EndedOrder> orders;

    TradeSlice(long hour, long firstTrade, PieceStore archive) {
        this.hour = hour;
        this.firstTrade = firstTrade;
        this.trades = new ArchivedSlots<>(prefix(), archive, KeptTrade::number, KeptTrade::read);
        this.orders = new ArchivedSlots<>(prefix() + "orders/", archive, EndedOrder::entry, EndedOrder::read);
    }

    /** Of the names of all its pieces. */
    String prefix() {
        return Pieces.TRADES + hour + "/";
    }

    void write() {
        trades.write();
        orders.write();
    }

    @Override
    public void write(FieldSink sink) {
        sink.integer("hour", hour);
        sink.integer("firstTrade", firstTrade);
    }

    static TradeSlice read(FieldSource source, PieceStore archive) {
        return new TradeSlice(source.integer("hour"), source.integer("firstTrade"), archive);
    }
}
