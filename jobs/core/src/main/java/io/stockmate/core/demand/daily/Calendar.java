package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.Decimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The days that move demand, as far as they lie ahead: the forecaster's regressors. */
final class Calendar {
    static final String NAME = "calendar";

    /**
     * What {@link #regressors} do until values tell: the effect that was told is believed, nothing is known of others.
     */
    static final List<Double> EFFECTS = List.of(1.0, 0.0);

    private static final int VERSION = 4;

    /** Version 3 wrote days at full length, absent effects too, and all of them twice. */
    private static final int VERSION_OF_STEPS = 4;

    /** By day; absent where the event did not tell. */
    private final TreeMap<Long, Long> effects = new TreeMap<>();

    /** What of {@link #effects} was known when the days ahead were forecast. */
    private final TreeMap<Long, Long> forecast = new TreeMap<>();

    /** A later event of the same day takes the place of an earlier one. */
    void take(CalendarEvent event) {
        effects.put(LocalDate.parse(event.date()).toEpochDay(), event.effect());
    }

    /**
     * How much more than usual is expected of a day, 0 for most, 1 for one that doubles demand; and whether it is one
     * whose effect was not told, 1 or 0.
     */
    double[] regressors(long day) {
        return ofEffect(effects.getOrDefault(day, Decimal.ONE));
    }

    /** The {@link #regressors} of a day as they were known when it was forecast last. */
    double[] forecastRegressors(long day) {
        return ofEffect(forecast.getOrDefault(day, Decimal.ONE));
    }

    private static double[] ofEffect(long effect) {
        return Absent.is(effect) ? new double[] {0, 1} : new double[] {effect / (double) Decimal.ONE - 1, 0};
    }

    /** The days after {@code day} are forecast from what is known now. */
    void closeUpTo(long day) {
        effects.headMap(day, true).clear();
        forecast.clear();
        forecast.putAll(effects);
    }

    byte[] toBytes() {
        PieceWriter out = new PieceWriter(VERSION);
        write(effects, out);
        boolean isForecast = forecast.equals(effects);
        out.number(isForecast ? 1 : 0);
        if (!isForecast) {
            write(forecast, out);
        }
        return out.toBytes();
    }

    static Calendar read(byte[] piece) {
        return PieceReader.read(piece, VERSION_OF_STEPS - 1, VERSION, Calendar::read);
    }

    private static Calendar read(PieceReader in) {
        Calendar calendar = new Calendar();
        read(in, calendar.effects);
        if (in.version() >= VERSION_OF_STEPS && in.number() != 0) {
            calendar.forecast.putAll(calendar.effects);
        } else {
            read(in, calendar.forecast);
        }
        return calendar;
    }

    private static void write(TreeMap<Long, Long> effects, PieceWriter out) {
        out.number(effects.size());
        long before = 0;
        for (Map.Entry<Long, Long> effect : effects.entrySet()) {
            out.number(effect.getKey() - before).amount(effect.getValue());
            before = effect.getKey();
        }
    }

    private static void read(PieceReader in, TreeMap<Long, Long> effects) {
        long day = 0;
        for (long left = in.number(); left > 0; left--) {
            if (in.version() < VERSION_OF_STEPS) {
                effects.put(in.number(), in.number());
            } else {
                day += in.number();
                effects.put(day, in.amount());
            }
        }
    }
}
