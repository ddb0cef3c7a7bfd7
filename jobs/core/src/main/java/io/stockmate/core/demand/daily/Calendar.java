package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.Decimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** The days that move demand, as far as they lie ahead: the forecaster's regressors. */
final class Calendar {
    static final String NAME = "calendar";

    /** What {@link #regressors} do until values tell: the effect that was told is believed, nothing is known of others. */
    static final List<Double> EFFECTS = List.of(1.0, 0.0);

    private static final int VERSION = 2;

    /** By day; absent where the event did not tell. */
    private final TreeMap<Long, Long> effects = new TreeMap<>();

    /** A later event of the same day takes the place of an earlier one. */
    void take(CalendarEvent event) {
        effects.put(LocalDate.parse(event.date()).toEpochDay(), event.effect());
    }

    /**
     * How much more than usual is expected of a day, 0 for most, 1 for one that doubles demand; and whether it is one whose
     * effect was not told, 1 or 0.
     */
    double[] regressors(long day) {
        long effect = effects.getOrDefault(day, Decimal.ONE);
        return Absent.is(effect) ? new double[] {0, 1} : new double[] {effect / (double) Decimal.ONE - 1, 0};
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
