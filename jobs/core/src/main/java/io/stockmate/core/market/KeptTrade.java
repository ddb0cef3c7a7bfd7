package io.stockmate.core.market;

import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.Side;
import org.jspecify.annotations.Nullable;

/**
 * A trade as it is kept for a correction.
 *
 * @param number n of its tradeId
 * @param seq of its event; the resting order's report has the next one, the incoming order's the one after that
 * @param resting entry of the order that rested
 * @param incoming entry of the order that met it
 * @param correction content hash of the command that corrected it; null while none did
 */
record KeptTrade(
        long number,
        long seq,
        long ts,
        long price,
        long qty,
        long resting,
        long incoming,
        Side incomingSide,
        GoodsMoved goods,
        @Nullable Long correction)
        implements Described {
    KeptTrade correctedBy(long contentHash) {
        return new KeptTrade(
                number, seq, ts, price, qty, resting, incoming, incomingSide, goods, Long.valueOf(contentHash));
    }

    @Override
    public void write(FieldSink sink) {
        sink.integer("number", number);
        sink.integer("seq", seq);
        sink.time("ts", ts);
        sink.decimal("price", price);
        sink.integer("qty", qty);
        sink.integer("resting", resting);
        sink.integer("incoming", incoming);
        sink.code("incomingSide", incomingSide);
        sink.code("goods", goods);
        sink.flag("corrected", correction != null);
        sink.hash("correction", correction == null ? 0 : correction);
    }

    static KeptTrade read(FieldSource source) {
        return new KeptTrade(
                source.integer("number"),
                source.integer("seq"),
                source.time("ts"),
                source.decimal("price"),
                source.integer("qty"),
                source.integer("resting"),
                source.integer("incoming"),
                source.code("incomingSide", Side.class),
                source.code("goods", GoodsMoved.class),
                correction(source));
    }

    private static @Nullable Long correction(FieldSource source) {
        boolean corrected = source.flag("corrected");
        long hash = source.hash("correction");
        return corrected ? Long.valueOf(hash) : null;
    }
}
