package io.stockmate.core.market;

import static io.stockmate.core.message.Absent.is;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TradingStatus;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a new order, in the order in which they answer: support, fields, time, limits, status, stock,
 * post-only.
 */
final class OrderChecks {
    private final MarketState state;
    private final Matching matching;

    OrderChecks(MarketState state, Matching matching) {
        this.state = state;
        this.matching = matching;
    }

    /** The first check that fails; null where none does. */
    @Nullable
    Refusal check(String account, NewOrder order) {
        Refusal refusal = support(order);
        if (refusal == null) {
            refusal = fields(order);
        }
        if (refusal == null) {
            refusal = time(order);
        }
        if (refusal == null) {
            refusal = limits(account, order);
        }
        if (refusal == null) {
            refusal = status();
        }
        if (refusal == null) {
            refusal = stock(account, order.side(), order.orderQty());
        }
        return refusal == null
                        && order.postOnly()
                        && order.ordType() == OrdType.LIMIT
                        && matching.crosses(order.side(), order.price())
                ? Refusal.wouldCross()
                : refusal;
    }

    /** What a stop that is triggered meets; null where it may go on. */
    @Nullable
    Refusal triggered(Order order) {
        Refusal refusal = bands(order.price);
        if (refusal == null) {
            refusal = money(order);
        }
        return refusal == null && order.postOnly && matching.crosses(order.side, order.price)
                ? Refusal.wouldCross()
                : refusal;
    }

    private static @Nullable Refusal support(NewOrder order) {
        TimeInForce timeInForce = order.timeInForce();
        boolean immediate = timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK;
        boolean atAnyPrice = order.ordType() == OrdType.MARKET || order.ordType() == OrdType.STOP;
        if (atAnyPrice && !is(order.price())) {
            return Refusal.unsupported("price");
        }
        if (!is(order.stopPx()) && !isStop(order)) {
            return Refusal.unsupported("stopPx");
        }
        if (order.ordType() == OrdType.MARKET && !immediate) {
            return Refusal.unsupported("timeInForce");
        }
        if (!is(order.displayQty()) && timeInForce == TimeInForce.FOK) {
            return Refusal.unsupported("displayQty");
        }
        if (!is(order.minQty()) && (timeInForce == TimeInForce.FOK || order.postOnly())) {
            return Refusal.unsupported("minQty");
        }
        return order.postOnly() && (immediate || atAnyPrice) ? Refusal.unsupported("postOnly") : null;
    }

    private static boolean isStop(NewOrder order) {
        return order.ordType() == OrdType.STOP || order.ordType() == OrdType.STOP_LIMIT;
    }

    private @Nullable Refusal fields(NewOrder order) {
        if (!quantityFits(order.orderQty())) {
            return Refusal.invalid("orderQty");
        }
        boolean hasPrice = order.ordType() == OrdType.LIMIT || order.ordType() == OrdType.STOP_LIMIT;
        if (hasPrice && !priceFits(order.price())) {
            return Refusal.invalid("price");
        }
        if (isStop(order) && !priceFits(order.stopPx())) {
            return Refusal.invalid("stopPx");
        }
        if (!is(order.displayQty()) && !partFits(order.displayQty(), order.orderQty())) {
            return Refusal.invalid("displayQty");
        }
        if (!is(order.minQty()) && !partFits(order.minQty(), order.orderQty())) {
            return Refusal.invalid("minQty");
        }
        if ((order.timeInForce() == TimeInForce.GTD) == is(order.expireTime())) {
            return Refusal.invalid("expireTime");
        }
        long days = order.leadTimeDays();
        return !is(days) && (days < 0 || days > Limits.LEAD_TIME_DAYS) ? Refusal.invalid("leadTimeDays") : null;
    }

    private @Nullable Refusal time(NewOrder order) {
        return !is(order.expireTime()) && order.expireTime() <= state.publisher.ts() ? Refusal.tooLate() : null;
    }

    private @Nullable Refusal limits(String account, NewOrder order) {
        if (order.ordType() == OrdType.MARKET && order.side() == Side.BUY) {
            Refusal refusal = quantityLimits(account, order.side(), order.orderQty());
            boolean fits = refusal != null || costFits(account, order.selfTradePrevention(), order.orderQty());
            return fits ? refusal : Refusal.exceeds("moneyLimit");
        }
        Refusal refusal = limits(account, order.side(), order.price(), order.orderQty(), order.orderQty(), 0);
        if (refusal != null) {
            return refusal;
        }
        return isStop(order) ? stopBands(order.price(), order.stopPx()) : bands(order.price());
    }

    /** Of a stop that is not triggered: the dynamic band will have moved by then, and is asked again. */
    @Nullable
    Refusal stopBands(long price, long stopPx) {
        if (stopPx >= Limits.PRICE) {
            return Refusal.exceeds("priceLimit");
        }
        return PriceBands.fixedHold(state.instrument, stopPx)
                        && (is(price) || PriceBands.fixedHold(state.instrument, price))
                ? null
                : Refusal.exceeds("priceBand");
    }

    /** Whether the bands hold a price; one that is absent is theirs. */
    @Nullable
    Refusal bands(long price) {
        return is(price) || PriceBands.hold(state.instrument, state.lastPx, price)
                ? null
                : Refusal.exceeds("priceBand");
    }

    /** Whether anything but cancels is taken. */
    @Nullable
    Refusal status() {
        return state.status == TradingStatus.CLOSED ? Refusal.closed() : null;
    }

    /** Whether what a working order could trade for, entering now, can be counted. */
    @Nullable
    Refusal money(Order order) {
        boolean fits = order.isSell() || !is(order.price)
                ? Limits.moneyFits(order.notional, best(order.side, order.price), order.leavesQty)
                : costFits(order.account, order.prevention, order.leavesQty);
        return fits ? null : Refusal.exceeds("moneyLimit");
    }

    /** At least 1 and a multiple of the lot size. */
    boolean quantityFits(long quantity) {
        return quantity >= 1 && quantity % state.instrument.lotSize() == 0;
    }

    /** A quantity for itself, and no more than the order's. */
    boolean partFits(long part, long orderQty) {
        return quantityFits(part) && part <= orderQty;
    }

    /** More than 0 and a multiple of the tick size; false where absent. */
    boolean priceFits(long price) {
        return price > 0 && price % state.instrument.tickSize() == 0;
    }

    /**
     * Whether an order stays within what can be counted.
     *
     * @param price absent for any price: what a BUY would cost then is another question
     * @param leavesQty what can still trade
     * @param notional what has traded
     */
    @Nullable
    Refusal limits(String account, Side side, long price, long orderQty, long leavesQty, long notional) {
        Refusal refusal = quantityLimits(account, side, orderQty);
        if (refusal != null) {
            return refusal;
        }
        if (!is(price) && price >= Limits.PRICE) {
            return Refusal.exceeds("priceLimit");
        }
        boolean fits = side == Side.BUY && is(price) || Limits.moneyFits(notional, best(side, price), leavesQty);
        return fits ? null : Refusal.exceeds("moneyLimit");
    }

    /** The highest price that an order could trade at now. */
    private long best(Side side, long price) {
        return side == Side.BUY ? price : Math.max(is(price) ? 0 : price, state.book.bestPrice(Side.BUY));
    }

    private @Nullable Refusal quantityLimits(String account, Side side, long orderQty) {
        if (orderQty > state.instrument.maxOrderQty()) {
            return Refusal.exceeds("maxOrderQty");
        }
        return side == Side.BUY
                        && state.instrument.tracksStock()
                        && state.stock.owned(account) + orderQty >= Limits.STOCK
                ? Refusal.exceeds("stockLimit")
                : null;
    }

    /**
     * Whether a BUY at any price costs an amount that fits: what it takes from the resting SELLs, in order of priority.
     * Own SELLs that it would take out of its way cost nothing and leave more to buy behind them.
     */
    private boolean costFits(String account, @Nullable SelfTradePrevention prevention, long quantityLeft) {
        int own = prevention == SelfTradePrevention.CANCEL_RESTING ? state.accountNumber(account) : 0;
        long[] left = {quantityLeft};
        long[] cost = {0};
        long highest = PriceBands.high(state.instrument, state.lastPx);
        state.book.orders(Side.SELL, (resting, seller, price, quantity, hidden) -> {
            if (price > highest) {
                return false;
            }
            if (seller == own) {
                return true;
            }
            long taken = Math.min(left[0], quantity + hidden);
            if (!Limits.moneyFits(cost[0], price, taken)) {
                cost[0] = Absent.NUMBER;
                return false;
            }
            cost[0] += price * taken;
            left[0] -= taken;
            return left[0] > 0;
        });
        return !is(cost[0]);
    }

    /** Whether a SELL of {@code quantity} more is covered, or short by no more than can be counted. */
    @Nullable
    Refusal stock(String account, Side side, long quantity) {
        if (side == Side.BUY || !state.instrument.tracksStock()) {
            return null;
        }
        long left = state.stock.available(account) - quantity;
        if (left < 0 && !state.instrument.allowShort()) {
            return Refusal.insufficientStock();
        }
        return left <= -Limits.STOCK ? Refusal.exceeds("stockLimit") : null;
    }
}
