package io.stockmate.core.ledger;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;

/**
 * A trade as it was booked: all that its transfers follow from.
 *
 * @param seq of its event, which names its transaction
 * @param buyerFeeBps as charged
 * @param sellerFeeBps as charged
 * @param buyerIsMaker whether the buyer's fee comes first
 * @param valueDate start of a day in epoch milliseconds UTC; absent where money moved at once
 * @param inTransit the buyer got the goods later
 * @param tracked its goods were told by stock levels
 */
record BookedTrade(
        long seq,
        long ts,
        long price,
        long qty,
        String buyer,
        String seller,
        String currency,
        long buyerFeeBps,
        long sellerFeeBps,
        boolean buyerIsMaker,
        long valueDate,
        boolean inTransit,
        boolean tracked)
        implements Described {
    /** What the trade should have been, its money due no earlier than {@code day}. */
    BookedTrade corrected(long newPrice, long newQty, long day) {
        return new BookedTrade(
                seq,
                ts,
                newPrice,
                newQty,
                buyer,
                seller,
                currency,
                buyerFeeBps,
                sellerFeeBps,
                buyerIsMaker,
                valueDateFrom(day),
                inTransit,
                tracked);
    }

    /** When money of this trade that moves on {@code day} or later is due; absent where it is at once. */
    long valueDateFrom(long day) {
        return Absent.is(valueDate) ? Absent.NUMBER : Math.max(valueDate, day);
    }

    long money() {
        return Math.multiplyExact(price, qty);
    }

    boolean isWithItself() {
        return buyer.equals(seller);
    }

    @Override
    public void write(FieldSink sink) {
        sink.integer("seq", seq);
        sink.time("ts", ts);
        sink.decimal("price", price);
        sink.integer("qty", qty);
        sink.text("buyer", buyer);
        sink.text("seller", seller);
        sink.text("currency", currency);
        sink.integer("buyerFeeBps", buyerFeeBps);
        sink.integer("sellerFeeBps", sellerFeeBps);
        sink.flag("buyerIsMaker", buyerIsMaker);
        sink.time("valueDate", valueDate);
        sink.flag("inTransit", inTransit);
        sink.flag("tracked", tracked);
    }

    static BookedTrade read(FieldSource source) {
        return new BookedTrade(
                source.integer("seq"),
                source.time("ts"),
                source.decimal("price"),
                source.integer("qty"),
                source.text("buyer"),
                source.text("seller"),
                source.text("currency"),
                source.integer("buyerFeeBps"),
                source.integer("sellerFeeBps"),
                source.flag("buyerIsMaker"),
                source.optionalTime("valueDate"),
                source.flag("inTransit"),
                source.flag("tracked"));
    }
}
