package io.stockmate.producers;

import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.Decimal;
import java.util.List;

/** Who runs the market: announces days that move demand and confirms listings. */
final class Operator implements Agent {
    /** The account that the market must take definitions from. */
    static final String ACCOUNT = "OPS";

    private static final List<String> DAYS = List.of("2026-11-27", "2026-12-24", "2027-02-14", "2027-04-02");

    private final List<Pit> pits;

    Operator(List<Pit> pits) {
        this.pits = pits;
    }

    @Override
    public void act(Floor floor) {
        Pit pit = floor.pick(pits);
        if (!pit.isKnown()) {
            return;
        }
        if (floor.chance(60)) {
            long effect = Decimal.ONE * floor.between(12, 30) / 10;
            floor.say(pit.symbol(), ACCOUNT, new CalendarEvent("sales day", floor.pick(DAYS), effect));
        } else {
            floor.say(pit.symbol(), ACCOUNT, pit.listing().definition());
        }
    }
}
