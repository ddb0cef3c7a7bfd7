package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import java.util.List;

/**
 * Trades a share: mostly waits in the queues around the fair value, takes what is priced below it, and changes his
 * mind. Some of what he does comes too late, or meets an order of his own.
 */
final class Trader implements Agent {
    private static final List<SelfTradePrevention> PREVENTION = List.of(SelfTradePrevention.values());

    private final Pit pit;
    private final Desk desk;
    private final long qty;
    private final int ordersMax;

    /**
     * @param qty of a large order
     * @param ordersMax past it he cancels before he waits in another queue
     */
    Trader(Pit pit, Desk desk, long qty, int ordersMax) {
        this.pit = pit;
        this.desk = desk;
        this.qty = qty;
        this.ordersMax = ordersMax;
    }

    @Override
    public void act(Floor floor) {
        if (!pit.isKnown()) {
            return;
        }
        long choice = floor.between(1, 100);
        if (choice <= 38) {
            waitInQueue(floor);
        } else if (choice <= 53) {
            take(floor);
        } else if (choice <= 58) {
            desk.enter(floor, OrderTicket.market(side(floor), size(floor, 4)));
        } else if (choice <= 60) {
            sweep(floor);
        } else if (choice <= 64) {
            allOrNothing(floor);
        } else if (choice <= 66) {
            crossPostOnly(floor);
        } else if (choice <= 70) {
            meetOwnOrder(floor);
        } else if (choice <= 73) {
            comeTooLate(floor);
        } else if (choice <= 85) {
            change(floor);
        } else {
            cancel(floor);
        }
    }

    private void waitInQueue(Floor floor) {
        if (desk.orders(floor.time()) >= ordersMax) {
            cancel(floor);
            return;
        }
        Side side = floor.chance(50) ? Side.BUY : Side.SELL;
        long ticks = Math.min(floor.between(1, 9), floor.between(1, 9));
        OrderTicket ticket = OrderTicket.limit(side, size(floor, 1), away(side, -ticks));
        long choice = floor.between(1, 4);
        if (choice == 1) {
            ticket.until(floor.time() + 1_000 * floor.between(4, 40));
        } else if (choice == 2) {
            ticket.in(TimeInForce.GTC);
        }
        desk.enter(floor, ticket);
    }

    private void take(Floor floor) {
        Side side = side(floor);
        long price = touch(side);
        OrderTicket ticket = OrderTicket.limit(side, size(floor, 3), price);
        desk.enter(floor, floor.chance(80) ? ticket.in(TimeInForce.IOC) : ticket);
    }

    private void sweep(Floor floor) {
        Side side = side(floor);
        desk.enter(floor, OrderTicket.limit(side, 3 * qty, away(side, 6)).in(TimeInForce.IOC));
    }

    private void allOrNothing(Floor floor) {
        Side side = side(floor);
        long size = floor.chance(50) ? size(floor, 3) : 40 * qty;
        desk.enter(floor, OrderTicket.limit(side, size, touch(side)).in(TimeInForce.FOK));
    }

    private void crossPostOnly(Floor floor) {
        Side side = floor.chance(50) ? Side.BUY : Side.SELL;
        desk.enter(floor, OrderTicket.limit(side, size(floor, 2), touch(side)).postOnly());
    }

    /** Reaches for an order of his own, if what lies before it is worth paying for. */
    private void meetOwnOrder(Floor floor) {
        for (WorkingOrder order : desk.working()) {
            Side side = order.side().opposite();
            if (Math.abs(order.price() - touch(side)) <= 2 * pit.listing().tick()) {
                desk.enter(
                        floor,
                        OrderTicket.limit(side, size(floor, 1), order.price())
                                .in(TimeInForce.IOC)
                                .preventing(floor.pick(PREVENTION)));
                return;
            }
        }
        waitInQueue(floor);
    }

    private void comeTooLate(Floor floor) {
        String finished = desk.lastFinished();
        if (finished == null) {
            waitInQueue(floor);
        } else if (floor.chance(50)) {
            desk.say(floor, new CancelOrder(floor.nextId(), finished));
        } else {
            desk.say(floor, Desk.replacement(floor.nextId(), finished, size(floor, 1), Absent.NUMBER));
        }
    }

    private void change(Floor floor) {
        if (desk.working().isEmpty()) {
            waitInQueue(floor);
            return;
        }
        WorkingOrder order = floor.pick(desk.working());
        if (order.isAsked(floor.time())) {
            return;
        }
        if (floor.chance(60)) {
            desk.replace(floor, order, Absent.NUMBER, away(order.side(), -floor.between(0, 4)));
        } else {
            desk.replace(floor, order, Math.max(1, order.orderQty() + floor.between(-qty / 2, qty / 2)), Absent.NUMBER);
        }
    }

    private void cancel(Floor floor) {
        if (desk.working().isEmpty()) {
            return;
        }
        WorkingOrder order = floor.pick(desk.working());
        if (!order.isAsked(floor.time())) {
            desk.cancel(floor, order);
        }
    }

    /** Buys what is offered below the fair value, sells what is bid above it, else tosses a coin. */
    private Side side(Floor floor) {
        long fair = pit.fairValue().value();
        long ask = pit.opposite(Side.BUY);
        long bid = pit.opposite(Side.SELL);
        if (!Absent.is(ask) && ask < fair) {
            return Side.BUY;
        }
        if (!Absent.is(bid) && bid > fair) {
            return Side.SELL;
        }
        return floor.chance(50) ? Side.BUY : Side.SELL;
    }

    /** The price at which {@code side} trades at once. */
    private long touch(Side side) {
        long opposite = pit.opposite(side);
        return Absent.is(opposite) ? pit.fairValue().value() : opposite;
    }

    /** A price that many ticks on the keen side of the fair value. */
    private long away(Side side, long keenTicks) {
        long tick = pit.listing().tick();
        long by = side == Side.BUY ? keenTicks : -keenTicks;
        return Math.max(tick, pit.fairValue().value() + by * tick);
    }

    private long size(Floor floor, int part) {
        return floor.between(1, Math.max(1, qty / part));
    }
}
