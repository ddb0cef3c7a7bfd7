package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;

/**
 * All who buy one kind of goods: most take what a shop offers if the price suits them, some leave a bid below what
 * anybody asks and wait. When a fashion breaks out they come in crowds and empty the shelves.
 */
final class Customers implements Agent {
    private static final int ACCOUNTS = 60;
    private static final int FASHION_ONE_IN = 160;

    private final Pit pit;
    private final long lotsMax;
    private final DemandPattern pattern;
    private long fashionUntil;

    /** @param lotsMax what one of them buys at most */
    Customers(Pit pit, long lotsMax, DemandPattern pattern) {
        this.pattern = pattern;
        this.pit = pit;
        this.lotsMax = lotsMax;
    }

    @Override
    public void act(Floor floor) {
        int keenPercent = pattern.applyAsInt(floor.time());
        if (!pit.isKnown() || keenPercent < 100 && !floor.chance(keenPercent)) {
            return;
        }
        if (floor.time() >= fashionUntil && floor.oneIn(FASHION_ONE_IN)) {
            fashionUntil = floor.time() + 1_000 * floor.between(4, 9);
        }
        buy(floor, 1);
        if (floor.time() < fashionUntil) {
            for (long more = floor.between(2, 5); more > 0; more--) {
                buy(floor, 2);
            }
        }
    }

    private void buy(Floor floor, long keenness) {
        long qty = pit.listing().lot() * floor.between(1, keenness * lotsMax);
        long choice = floor.between(1, 100);
        if (choice <= 25) {
            enter(floor, OrderTicket.market(Side.BUY, qty));
        } else if (choice <= 85) {
            long ask = pit.opposite(Side.BUY);
            long asked = Absent.is(ask) ? pit.fairValue().value() : ask;
            long most = asked + floor.between(-2, 4) * pit.listing().tick();
            OrderTicket ticket =
                    OrderTicket.limit(Side.BUY, qty, Math.max(pit.listing().tick(), most));
            enter(floor, ticket.in(floor.chance(90) ? TimeInForce.IOC : TimeInForce.FOK));
        } else {
            long bid = GoodsPrices.percent(pit.listing(), pit.fairValue().value(), floor.between(45, 64));
            enter(floor, OrderTicket.limit(Side.BUY, qty, bid).until(floor.time() + 1_000 * floor.between(8, 40)));
        }
    }

    private void enter(Floor floor, OrderTicket ticket) {
        floor.say(pit.symbol(), anyone(floor), ticket.as(floor.nextId()));
    }

    /** The account of one of them. */
    static String anyone(Floor floor) {
        return "C-" + (100 + floor.between(1, ACCOUNTS));
    }
}
