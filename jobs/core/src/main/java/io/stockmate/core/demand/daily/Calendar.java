package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.Decimal;
import java.time.LocalDate;
import java.util.TreeMap;

/** The days that move demand, as far as they lie ahead: the forecaster's regressor. */
final class Calendar {
    static final String NAME = "calendar";
    private static final int VERSION = 1;

    /** Of a day whose effect nobody knows: the forecaster learns it. */
    private static final long EFFECT_UNKNOWN = 2 * Decimal.ONE;

    private final TreeMap<Long, Long> effects = new TreeMap<>();

    /** A later event of the same day takes the place of an earlier one. */
    void take(CalendarEvent event) {
        effects.put(
                LocalDate.parse(event.date()).toEpochDay(),
                Absent.is(event.effect()) ? EFFECT_UNKNOWN : event.effect());
    }

    /** How much more than usual is expected of a day: 0 for most, 1 for one that doubles demand. */
    double regressor(long day) {
        return effects.getOrDefault(day, Decimal.ONE) / (double) Decimal.ONE - 1;
    }

    void forgetUpTo(long day) {
        effects.headMap(day, true).clear();
    }

    byte[] toBytes() {
        PieceWriter out = new PieceWriter(VERSION).number(effects.size());
        effects.forEach((day, effect) -> out.number(day).number(effect));
        return out.toBytes();
    }

    static Calendar read(byte[] piece) {
        PieceReader in = new PieceReader(piece, VERSION);
        Calendar calendar = new Calendar();
        for (long left = in.number(); left > 0; left--) {
            long day = in.number();
            calendar.effects.put(day, in.number());
        }
        return calendar;
    }
}
