package io.stockmate.producers;

import io.stockmate.core.message.MoveKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens the market: the operator lists what no event speaks of yet, and accounts whose stock no event has told count
 * what they begin with. It repeats both until it hears of them, so that a market that was open before stays as it is.
 */
final class Opening {
    private static final long REPEAT_AFTER_MS = 5_000;

    private final List<Pit> pits;
    private final Map<Desk, Long> openingStock = new LinkedHashMap<>();
    private long repeatAt = Long.MIN_VALUE;

    Opening(List<Pit> pits) {
        this.pits = pits;
    }

    void stock(Desk desk, long qty) {
        openingStock.put(desk, qty);
    }

    void act(Floor floor) {
        if (floor.time() < repeatAt) {
            return;
        }
        repeatAt = floor.time() + REPEAT_AFTER_MS;
        for (Pit pit : pits) {
            if (!pit.isKnown()) {
                floor.say(pit.symbol(), Operator.ACCOUNT, pit.listing().definition());
            }
        }
        openingStock.keySet().removeIf(desk -> desk.stock() != null);
        openingStock.forEach((desk, qty) -> desk.move(floor, MoveKind.COUNT, qty, null, "opening"));
    }
}
