package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.jspecify.annotations.Nullable;

/** An accepted order while it works. Its entry never changes; its place is renewed whenever it loses priority. */
final class Order implements Described {
    /** commandSeq of acceptance. */
    final long entry;

    final String account;
    final Side side;
    final OrdType ordType;
    final TimeInForce timeInForce;
    final boolean postOnly;
    final SelfTradePrevention prevention;

    /** A SELL's delivery time, the instrument's where the order named none. */
    final long leadTimeDays;

    final @Nullable String listId;

    long place;
    String clOrdId;
    long orderQty;

    /** {@link Absent#NUMBER} for MARKET and STOP. */
    long price;

    /** When it expires, for DAY and GTD; else {@link Absent#NUMBER}. */
    long expireTime;

    /** The last trade price that triggers a STOP or STOP_LIMIT; {@link Absent#NUMBER} for others. */
    long stopPx = Absent.NUMBER;

    /** How much of an iceberg shows at a time; {@link Absent#NUMBER} for an order that hides nothing. */
    long displayQty = Absent.NUMBER;

    /** What of an iceberg shows, or will where it is not in the book; {@link Absent#NUMBER} as displayQty. */
    long shownQty = Absent.NUMBER;

    /** The least that must trade when it enters the book, or it ends; {@link Absent#NUMBER} for any. */
    long minQty = Absent.NUMBER;

    /** Whether a stop has been triggered. */
    boolean triggered;

    long cumQty;
    long leavesQty;

    /** Sum of price × quantity of its trades, in units of 10⁻⁴. */
    long notional;

    boolean hasOwnId(String ofAccount, String id) {
        return clOrdId.equals(id) && account.equals(ofAccount);
    }

    Order(
            long entry,
            String account,
            Side side,
            OrdType ordType,
            TimeInForce timeInForce,
            boolean postOnly,
            SelfTradePrevention prevention,
            long leadTimeDays,
            @Nullable String listId,
            String clOrdId,
            long orderQty,
            long price,
            long expireTime) {
        this.entry = entry;
        this.account = account;
        this.side = side;
        this.ordType = ordType;
        this.timeInForce = timeInForce;
        this.postOnly = postOnly;
        this.prevention = prevention;
        this.leadTimeDays = leadTimeDays;
        this.listId = listId;
        this.clOrdId = clOrdId;
        this.orderQty = orderQty;
        this.price = price;
        this.expireTime = expireTime;
        this.leavesQty = orderQty;
    }

    /** Whether what does not trade at once rests. */
    boolean rests() {
        boolean hasPrice = ordType == OrdType.LIMIT || ordType == OrdType.STOP_LIMIT;
        return hasPrice
                && switch (timeInForce) {
                    case DAY, GTC, GTD -> true;
                    case IOC, FOK -> false;
                };
    }

    /** Whether it is a stop that no trade has triggered yet: it is in no book. */
    boolean waits() {
        return !triggered && (ordType == OrdType.STOP || ordType == OrdType.STOP_LIMIT);
    }

    /** What must trade at once when it enters the book; 0 where it may rest or end whole. */
    long neededAtOnce() {
        if (timeInForce == TimeInForce.FOK) {
            return leavesQty;
        }
        return Absent.is(minQty) ? 0 : Math.min(minQty, leavesQty);
    }

    boolean isSell() {
        return side == Side.SELL;
    }

    /** Its status while it works, or when a trade or replacement has left nothing of it. */
    OrdStatus workingStatus() {
        if (leavesQty == 0) {
            return OrdStatus.FILLED;
        }
        return cumQty == 0 ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
    }

    boolean isIceberg() {
        return !Absent.is(displayQty);
    }

    /** Shows so much at a time, from a whole slice on. */
    void display(long quantity) {
        displayQty = quantity;
        shownQty = Absent.is(quantity) ? Absent.NUMBER : Math.min(quantity, leavesQty);
    }

    /** An iceberg shows no more than it has. */
    void showNoMoreThanLeft() {
        if (isIceberg()) {
            shownQty = Math.min(shownQty, leavesQty);
        }
    }

    /** Takes what an iceberg traded off its slice; whether the next one shows, behind all others of its price. */
    boolean showsNextSlice(long traded) {
        if (!isIceberg()) {
            return false;
        }
        shownQty -= traded;
        if (shownQty > 0 || leavesQty == 0) {
            return false;
        }
        display(displayQty);
        return true;
    }

    void fill(long tradePx, long tradeQty) {
        cumQty += tradeQty;
        leavesQty -= tradeQty;
        notional = Math.addExact(notional, Math.multiplyExact(tradePx, tradeQty));
    }

    /**
     * Makes another trade of one of its trades. What no longer counts leaves the order as if it had never been asked
     * for, so that what is left of it, or what was left when it ended, stays as it was.
     */
    void correct(long oldPx, long oldQty, long newPx, long newQty) {
        cumQty += newQty - oldQty;
        orderQty += newQty - oldQty;
        notional += newPx * newQty - oldPx * oldQty;
    }

    @Override
    public void write(FieldSink sink) {
        sink.integer("entry", entry);
        sink.text("account", account);
        sink.code("side", side);
        sink.code("ordType", ordType);
        sink.code("timeInForce", timeInForce);
        sink.flag("postOnly", postOnly);
        sink.code("prevention", prevention);
        sink.integer("leadTimeDays", leadTimeDays);
        sink.text("listId", listId);
        sink.text("clOrdId", clOrdId);
        sink.integer("orderQty", orderQty);
        sink.decimal("price", price);
        sink.time("expireTime", expireTime);
        sink.integer("place", place);
        sink.integer("cumQty", cumQty);
        sink.integer("leavesQty", leavesQty);
        sink.decimal("notional", notional);
        sink.decimal("stopPx", stopPx);
        sink.integer("minQty", minQty);
        sink.flag("triggered", triggered);
        sink.integer("displayQty", displayQty);
        sink.integer("shownQty", shownQty);
    }

    static Order read(FieldSource source) {
        Order order = new Order(
                source.integer("entry"),
                source.text("account"),
                source.code("side", Side.class),
                source.code("ordType", OrdType.class),
                source.code("timeInForce", TimeInForce.class),
                source.flag("postOnly"),
                source.code("prevention", SelfTradePrevention.class),
                source.integer("leadTimeDays"),
                source.optionalText("listId"),
                source.text("clOrdId"),
                source.integer("orderQty"),
                source.optionalDecimal("price"),
                source.optionalTime("expireTime"));
        order.place = source.integer("place");
        order.cumQty = source.integer("cumQty");
        order.leavesQty = source.integer("leavesQty");
        order.notional = source.decimal("notional");
        order.stopPx = source.optionalDecimal("stopPx");
        order.minQty = source.optionalInteger("minQty");
        order.triggered = source.flag("triggered");
        order.displayQty = source.optionalInteger("displayQty");
        order.shownQty = source.optionalInteger("shownQty");
        return order;
    }
}
