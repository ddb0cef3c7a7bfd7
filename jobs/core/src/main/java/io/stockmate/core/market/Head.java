package io.stockmate.core.market;

import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.TradingStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a market keeps besides orders, stock and ids.
 *
 * @param place the last place given to an order
 * @param trades how many trades there were
 * @param top the last top of book published
 * @param status null for OPEN
 * @param lastPx of the last trade; {@link io.stockmate.core.message.Absent#NUMBER} before the first, and in a market
 *     that was stored before there were price bands
 */
record Head(
        long rulesHash,
        long seq,
        long commandSeq,
        long ts,
        long chain,
        long place,
        long trades,
        TopOfBook top,
        DefineInstrument instrument,
        @Nullable TradingStatus status,
        long lastPx)
        implements Described {
    @Override
    public void write(FieldSink sink) {
        sink.hash("rulesHash", rulesHash);
        sink.integer("seq", seq);
        sink.integer("commandSeq", commandSeq);
        sink.time("ts", ts);
        sink.hash("chain", chain);
        sink.integer("place", place);
        sink.integer("trades", trades);
        top.write(sink);
        instrument.write(sink);
        sink.code("status", status);
        sink.decimal("lastPx", lastPx);
    }

    static Head read(FieldSource source) {
        return new Head(
                source.hash("rulesHash"),
                source.integer("seq"),
                source.integer("commandSeq"),
                source.time("ts"),
                source.hash("chain"),
                source.integer("place"),
                source.integer("trades"),
                TopOfBook.read(source),
                DefineInstrument.read(source),
                source.optionalCode("status", TradingStatus.class),
                source.optionalDecimal("lastPx"));
    }
}
