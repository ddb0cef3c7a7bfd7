package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;

/**
 * How dear an account's goods are, compared with what they usually are: a regressor of demand. A day that lies ahead is
 * taken to keep the last closed day's price, for no other is known when it is forecast.
 */
final class PaidPrice {
    /** What the regressor does until values tell: nobody knows. */
    static final double EFFECT = 0;

    /** The effect of one unit is what {@link #EFFECT} may be wrong by: thus a price elasticity of 0, give or take 3. */
    private static final double UNITS_PER_LOG = 3;

    private static final double LOG_MAX = 1;
    private static final double GAIN = 0.02;

    /** Of the last closed day, as the usual one in units of 10⁻⁴; {@link Double#NaN} before the first. */
    private double last = Double.NaN;

    private float usual = Float.NaN;

    /** Of the days ahead; 0 where the price is the usual one or unknown. */
    double regressor() {
        return regressor(last);
    }

    /** Of a day that closed with {@code price}. */
    double regressor(long price) {
        return regressor(Absent.is(price) ? last : price);
    }

    private double regressor(double price) {
        if (!(price > 0) || !(usual > 0)) {
            return 0;
        }
        return UNITS_PER_LOG * Math.max(-LOG_MAX, Math.min(LOG_MAX, StrictMath.log(price / usual)));
    }

    /** Takes what a day closed with; absent leaves it as it was. */
    void close(long price) {
        if (!Absent.is(price)) {
            last = price;
        }
        if (Float.isNaN(usual)) {
            usual = (float) last;
        } else {
            usual += (float) (GAIN * (last - usual));
        }
    }

    void write(PieceWriter out) {
        out.amount(Double.isNaN(last) ? Absent.NUMBER : (long) last);
        out.amount(Float.isNaN(usual) ? Absent.NUMBER : Float.floatToIntBits(usual));
    }

    void read(PieceReader in) {
        if (in.version() < Series.VERSION_OF_SHORT_NUMBERS) {
            last = Double.longBitsToDouble(in.number());
            usual = (float) Double.longBitsToDouble(in.number());
            return;
        }
        long price = in.amount();
        long bits = in.amount();
        last = Absent.is(price) ? Double.NaN : price;
        if (Absent.is(bits)) {
            usual = Float.NaN;
        } else if (in.version() < Series.VERSION_OF_SHORT_FRACTIONS) {
            usual = (float) Double.longBitsToDouble(bits);
        } else {
            usual = Float.intBitsToFloat((int) bits);
        }
    }
}
