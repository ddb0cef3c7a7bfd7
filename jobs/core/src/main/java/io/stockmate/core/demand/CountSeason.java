package io.stockmate.core.demand;

import java.util.List;

/** How intermittent demand and its chance at each place of the first season compare with the usual ones. */
final class CountSeason {
    private static final int LENGTH_MAX = 31;
    private static final double GAIN = 0.05;
    private static final double SHRINK = 4;

    private final int length;
    private final float[] chances;
    private final float[] sizes;

    CountSeason(List<Integer> seasons) {
        length = seasons.isEmpty() || seasons.get(0) > LENGTH_MAX ? 1 : seasons.get(0);
        chances = new float[length];
        sizes = new float[length];
    }

    /** Whether so many values are less than a season. */
    boolean isLongerThan(int seen) {
        return seen < length;
    }

    /**
     * How demand at {@code time} compares with the usual one; the mean over a season is about 1.
     *
     * @param usual size of a demand
     */
    double factor(int time, int seen, double usual) {
        return length == 1 ? 1 : factor(sizes, time, SHRINK * usual * gain(seen));
    }

    /** How the chance of demand at {@code time} compares with the usual one. */
    double chanceFactor(int time, int seen) {
        return length == 1 ? 1 : factor(chances, time, SHRINK * gain(seen));
    }

    private double factor(float[] places, int time, double prior) {
        double mean = 0;
        for (float one : places) {
            mean += one;
        }
        mean /= length;
        return mean <= 0 ? 1 : (places[time % length] + prior) / (mean + prior);
    }

    private double gain(int seen) {
        return Math.max(GAIN, 1.0 / (seen / length + 1));
    }

    void observe(int time, double value, boolean isDemand, int seen) {
        int place = time % length;
        chances[place] += (float) (gain(seen) * ((isDemand ? 1.0 : 0) - chances[place]));
        sizes[place] += (float) (gain(seen) * (value - sizes[place]));
    }

    void write(StateWriter out) {
        if (length > 1) {
            out.singles(chances);
            out.singles(sizes);
        }
    }

    void read(StateReader in) {
        if (length > 1) {
            in.singles(chances);
            in.singles(sizes);
        }
    }
}
