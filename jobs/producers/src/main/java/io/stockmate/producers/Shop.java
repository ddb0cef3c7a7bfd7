package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TimeInForce;
import java.util.List;

/**
 * Sells goods from stock and buys them wholesale: keeps offers to customers in the book and, when what it holds and
 * awaits falls below its reorder point, bids for more. Now and then it counts its shelves or writes something off.
 */
final class Shop implements Agent {
    private static final int OFFERS = 3;
    private static final long RAISE_BID_AFTER_MS = 4_000;

    private final Pit pit;
    private final Desk desk;
    private final long orderUpTo;
    private final long dearerTicks;

    /**
     * @param orderUpTo what it wants to hold and await, in units
     * @param dearerTicks how far above the usual price it sells
     */
    Shop(Pit pit, Desk desk, long orderUpTo, long dearerTicks) {
        this.pit = pit;
        this.desk = desk;
        this.orderUpTo = orderUpTo;
        this.dearerTicks = dearerTicks;
    }

    @Override
    public void act(Floor floor) {
        StockLevel stock = desk.stock();
        if (stock == null) {
            return;
        }
        if (!reorder(floor, stock) && !tendOffers(floor, stock)) {
            tendShelves(floor, stock);
        }
    }

    private boolean reorder(Floor floor, StockLevel stock) {
        long time = floor.time();
        long missing = orderUpTo - stock.onHand() - stock.onOrder() - desk.openQty(Side.BUY, time);
        if (2 * missing > orderUpTo) {
            long qty = pit.listing().inLots(missing / (floor.chance(30) ? 2 : 1));
            if (qty > 0) {
                desk.enter(
                        floor,
                        OrderTicket.limit(Side.BUY, qty, wholesalePrice(floor.between(-2, 0)))
                                .in(TimeInForce.GTC));
                return true;
            }
        }
        for (WorkingOrder order : desk.working(Side.BUY)) {
            if (time - order.since() > RAISE_BID_AFTER_MS
                    && order.price() < wholesalePrice(0)
                    && !order.isAsked(time)) {
                desk.replace(
                        floor,
                        order,
                        Absent.NUMBER,
                        order.price() + pit.listing().tick());
                return true;
            }
        }
        return false;
    }

    private boolean tendOffers(Floor floor, StockLevel stock) {
        List<WorkingOrder> offers = desk.working(Side.SELL);
        int underWay = desk.unanswered(Side.SELL, floor.time());
        if (offers.size() + underWay < OFFERS && underWay == 0) {
            int level = offers.size();
            long qty = pit.listing().inLots(stock.available() / (OFFERS - level));
            if (qty > 0) {
                desk.enter(
                        floor,
                        OrderTicket.limit(Side.SELL, qty, retailPrice(level))
                                .in(TimeInForce.GTC)
                                .deliveredIn(0));
                return true;
            }
        }
        if (offers.isEmpty() || !floor.oneIn(6)) {
            return false;
        }
        WorkingOrder offer = floor.pick(offers);
        if (offer.isAsked(floor.time())) {
            return false;
        }
        if (floor.oneIn(8)) {
            desk.cancel(floor, offer);
        } else {
            desk.replace(floor, offer, Absent.NUMBER, retailPrice((int) floor.between(0, OFFERS - 1)));
        }
        return true;
    }

    private void tendShelves(Floor floor, StockLevel stock) {
        long few = pit.listing().lot() * floor.between(1, 2);
        if (desk.isStockAsked(floor.time()) || !floor.oneIn(10)) {
            return;
        }
        if (floor.chance(50)) {
            long lost = floor.chance(60) ? few : 0;
            desk.move(floor, MoveKind.COUNT, Math.max(0, stock.onHand() - lost), null, "stocktaking");
        } else if (stock.available() >= few) {
            desk.move(floor, MoveKind.ISSUE, few, null, "damaged");
        }
    }

    private long retailPrice(int level) {
        return pit.fairValue().value()
                + (dearerTicks + 2L * level) * pit.listing().tick();
    }

    private long wholesalePrice(long ticks) {
        long usual = GoodsPrices.wholesale(pit.listing(), pit.fairValue().value());
        return Math.max(pit.listing().tick(), usual + ticks * pit.listing().tick());
    }
}
