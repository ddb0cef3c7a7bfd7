package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Customers who buy several goods at once: an order each, all with one listId. */
final class Carts implements Agent {
    private static final int GOODS_MIN = 2;
    private static final int GOODS_MAX = 4;

    private final List<Pit> pits;
    private final DemandPattern pattern;

    Carts(List<Pit> pits, DemandPattern pattern) {
        this.pits = pits;
        this.pattern = pattern;
    }

    @Override
    public void act(Floor floor) {
        int keenPercent = pattern.applyAsInt(floor.time());
        if (keenPercent < 100 && !floor.chance(keenPercent)) {
            return;
        }
        List<Pit> goods = choose(floor);
        if (goods.size() < GOODS_MIN) {
            return;
        }
        String account = Customers.anyone(floor);
        String listId = floor.nextId();
        for (Pit pit : goods) {
            long most =
                    pit.opposite(Side.BUY) + floor.between(0, 3) * pit.listing().tick();
            OrderTicket ticket = OrderTicket.limit(Side.BUY, pit.listing().lot() * floor.between(1, 2), most)
                    .in(TimeInForce.IOC)
                    .inList(listId);
            floor.say(pit.symbol(), account, ticket.as(floor.nextId()));
        }
    }

    /** Of what somebody offers. */
    private List<Pit> choose(Floor floor) {
        Set<Pit> chosen = new LinkedHashSet<>();
        for (long picks = floor.between(GOODS_MIN, GOODS_MAX); picks > 0; picks--) {
            Pit pit = floor.pick(pits);
            if (!Absent.is(pit.opposite(Side.BUY))) {
                chosen.add(pit);
            }
        }
        return new ArrayList<>(chosen);
    }
}
