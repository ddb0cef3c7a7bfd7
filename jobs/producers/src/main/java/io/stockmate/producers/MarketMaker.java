package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quotes both sides of a share around its fair value, several levels deep, and follows it: a quote that has strayed is
 * replaced or cancelled. Who holds more than he began with quotes lower, and the other way round.
 */
final class MarketMaker implements Agent {
    private static final long SKEW_QTY = 2_000;

    private final Pit pit;
    private final Desk desk;
    private final long openingStock;
    private final long halfSpreadTicks;
    private final long levelTicks;
    private final int levels;
    private final long qty;

    /**
     * @param halfSpreadTicks from the fair value to the best quote
     * @param levelTicks from one quote to the next
     * @param qty of the best quote; deeper ones are larger
     */
    MarketMaker(Pit pit, Desk desk, long openingStock, long halfSpreadTicks, long levelTicks, int levels, long qty) {
        this.pit = pit;
        this.desk = desk;
        this.openingStock = openingStock;
        this.halfSpreadTicks = halfSpreadTicks;
        this.levelTicks = levelTicks;
        this.levels = levels;
        this.qty = qty;
    }

    @Override
    public void act(Floor floor) {
        if (desk.stock() == null) {
            return;
        }
        Side first = floor.chance(50) ? Side.BUY : Side.SELL;
        if (!tend(floor, first)) {
            tend(floor, first.opposite());
        }
    }

    private boolean tend(Floor floor, Side side) {
        List<WorkingOrder> quotes = desk.working(side);
        int underWay = desk.unanswered(side, floor.time());
        int free = freeLevel(side, quotes, underWay);
        WorkingOrder stray = stray(floor, side, quotes);
        if (stray != null) {
            if (free < levels && quotes.size() <= levels && floor.chance(75)) {
                desk.replace(floor, stray, Absent.NUMBER, price(side, free));
            } else {
                desk.cancel(floor, stray);
            }
            return true;
        }
        if (quotes.size() + underWay < levels && free < levels) {
            quote(floor, side, free);
            return true;
        }
        return !quotes.isEmpty() && trim(floor, floor.pick(quotes));
    }

    private void quote(Floor floor, Side side, int level) {
        long size = floor.between(qty, 2 * qty) * (level + 2) / 2;
        desk.enter(
                floor,
                OrderTicket.limit(side, size, price(side, level))
                        .in(level < 2 ? TimeInForce.DAY : TimeInForce.GTC)
                        .preventing(SelfTradePrevention.CANCEL_RESTING)
                        .postOnly());
    }

    /** Lowers a quote now and then; it keeps its place in the queue. */
    private boolean trim(Floor floor, WorkingOrder quote) {
        if (quote.isAsked(floor.time()) || quote.leavesQty() < qty || !floor.oneIn(12)) {
            return false;
        }
        desk.replace(floor, quote, quote.orderQty() - quote.leavesQty() / 4, Absent.NUMBER);
        return true;
    }

    /**
     * A quote that is better than the first level, deeper than the last, or one too many; null where all stand well.
     */
    private @Nullable WorkingOrder stray(Floor floor, Side side, List<WorkingOrder> quotes) {
        long tick = pit.listing().tick();
        long best = price(side, 0);
        long deepest = Math.abs(price(side, levels - 1) - best) + levelTicks * tick;
        WorkingOrder last = null;
        for (WorkingOrder quote : quotes) {
            if (quote.isAsked(floor.time())) {
                continue;
            }
            long behind = side == Side.BUY ? best - quote.price() : quote.price() - best;
            if (behind < -tick || behind > deepest) {
                return quote;
            }
            last = quote;
        }
        return quotes.size() > levels ? last : null;
    }

    /** The best level without a quote, after as many as are under way; {@code levels} where there is none. */
    private int freeLevel(Side side, List<WorkingOrder> quotes, int underWay) {
        int skip = underWay;
        for (int level = 0; level < levels; level++) {
            if (!isQuoted(quotes, price(side, level)) && skip-- == 0) {
                return level;
            }
        }
        return levels;
    }

    private boolean isQuoted(List<WorkingOrder> quotes, long price) {
        for (WorkingOrder quote : quotes) {
            if (2 * Math.abs(quote.price() - price)
                    <= levelTicks * pit.listing().tick()) {
                return true;
            }
        }
        return false;
    }

    /** The price of a level; never one that would trade at once. */
    private long price(Side side, int level) {
        long tick = pit.listing().tick();
        long fair = pit.fairValue().value() - skewTicks() * tick;
        long away = (halfSpreadTicks + level * levelTicks) * tick;
        long opposite = pit.opposite(side);
        if (side == Side.BUY) {
            long price = fair - away;
            return Math.max(tick, Absent.is(opposite) ? price : Math.min(price, opposite - tick));
        }
        long price = Math.max(fair + away, 2 * tick);
        return Absent.is(opposite) ? price : Math.max(price, opposite + tick);
    }

    private long skewTicks() {
        long surplus = desk.stock() == null ? 0 : desk.stock().onHand() - openingStock;
        return Math.max(-2, Math.min(2, surplus / SKEW_QTY));
    }
}
