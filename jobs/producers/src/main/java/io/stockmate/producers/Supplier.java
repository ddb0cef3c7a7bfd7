package io.stockmate.producers;

import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TimeInForce;
import java.util.List;

/**
 * Makes goods and answers purchase orders: sells at the price that a shop bids, to be delivered in days, often only a
 * part of what it asks for. Now and then the factory stands still for a while.
 */
final class Supplier implements Agent {
    private static final long ANSWERS_AFTER_MS = 1_000;

    private final Pit pit;
    private final Desk desk;
    private final List<Desk> shops;
    private final long batch;
    private long standsStillUntil;

    /** @param batch what the factory makes at a time, in units */
    Supplier(Pit pit, Desk desk, List<Desk> shops, long batch) {
        this.pit = pit;
        this.desk = desk;
        this.shops = shops;
        this.batch = batch;
    }

    @Override
    public void act(Floor floor) {
        StockLevel stock = desk.stock();
        if (stock == null) {
            return;
        }
        if (floor.time() >= standsStillUntil && floor.oneIn(200)) {
            standsStillUntil = floor.time() + 1_000 * floor.between(10, 25);
        }
        boolean stands = floor.time() < standsStillUntil;
        if (stock.available() < batch && !stands && !desk.isStockAsked(floor.time())) {
            desk.move(floor, MoveKind.RECEIPT, batch, null, "production");
        } else if (stock.available() > 0) {
            answer(floor, stock);
        }
    }

    private void answer(Floor floor, StockLevel stock) {
        if (desk.unanswered(Side.SELL, floor.time()) > 0) {
            return;
        }
        for (Desk shop : shops) {
            for (WorkingOrder order : shop.working(Side.BUY)) {
                if (floor.time() - order.since() >= ANSWERS_AFTER_MS) {
                    sell(floor, order, stock);
                    return;
                }
            }
        }
    }

    private void sell(Floor floor, WorkingOrder order, StockLevel stock) {
        long part = floor.chance(50) ? order.leavesQty() : order.leavesQty() * floor.between(30, 90) / 100;
        long qty = pit.listing().inLots(Math.min(part, stock.available()));
        if (qty > 0) {
            long usualDays = pit.listing().definition().leadTimeDays();
            desk.enter(
                    floor,
                    OrderTicket.limit(Side.SELL, qty, order.price())
                            .in(TimeInForce.IOC)
                            .deliveredIn(Math.min(14, Math.max(1, usualDays + floor.between(-2, 2)))));
        }
    }
}
