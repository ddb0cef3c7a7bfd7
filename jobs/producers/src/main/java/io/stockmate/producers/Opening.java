package io.stockmate.producers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens the market: the operator lists what no event speaks of yet, accounts whose stock no event has told receive what
 * they begin with, and goods get alerts that suit them and policies of the shops that sell them. It repeats what it
 * does not hear of, so that a market that was open before stays as it is.
 */
final class Opening {
    private static final long REPEAT_AFTER_MS = 5_000;

    private final List<Pit> pits;
    private final Map<Desk, Long> openingStock = new LinkedHashMap<>();
    private final List<Pit> goods;
    private long repeatAt = Long.MIN_VALUE;

    Opening(List<Pit> pits, List<Pit> goods) {
        this.pits = pits;
        this.goods = new ArrayList<>(goods);
    }

    void stock(Desk desk, long qty) {
        openingStock.put(desk, qty);
    }

    void act(Floor floor) {
        goods.removeIf(pit -> {
            if (pit.isKnown()) {
                RiskDesk.widen(floor, pit);
                BackOffice.plan(floor, pit);
            }
            return pit.isKnown();
        });
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
        openingStock.forEach((desk, qty) -> desk.open(floor, qty));
    }
}
