package io.stockmate.producers;

import io.stockmate.core.message.MoveKind;
import java.util.List;

/** Brings what is due to those who bought it, sometimes in parts, seldom more than was ordered. */
final class Carrier implements Agent {
    private final List<Pit> pits;

    Carrier(List<Pit> pits) {
        this.pits = pits;
    }

    @Override
    public void act(Floor floor) {
        for (Pit pit : pits) {
            for (Desk desk : pit.desks()) {
                Deliveries.Delivery due = desk.deliveries().due(floor.time());
                if (due != null) {
                    deliver(floor, pit, desk, due);
                    return;
                }
            }
        }
    }

    private void deliver(Floor floor, Pit pit, Desk desk, Deliveries.Delivery due) {
        long qty = due.qty();
        if (floor.chance(30)) {
            long part = pit.listing().inLots(qty / 2);
            qty = part > 0 ? part : qty;
            due.postpone(floor.time() + Desk.ANSWER_WITHIN_MS / 4);
        } else {
            due.postpone(floor.time() + Desk.ANSWER_WITHIN_MS);
            qty += floor.oneIn(40) ? pit.listing().lot() : 0;
        }
        desk.move(floor, MoveKind.RECEIPT, qty, due.orderId(), "delivery");
    }
}
