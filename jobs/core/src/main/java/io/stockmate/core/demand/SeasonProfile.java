package io.stockmate.core.demand;

/**
 * The profile of one season, learned online from the ratio of each value to a moving average centred on it, thus with
 * half a season's delay (classical decomposition, one value at a time). There are two, of different speed, each shrunk
 * towards none by its noise (Miller and Williams, 2003). A season of more than {@link #BINS_MAX} steps is kept in bins
 * of equal width.
 */
final class SeasonProfile {
    /** A profile that follows changes, and one that averages. */
    static final int SPEEDS = 2;

    static final int BINS_MAX = 200;
    private static final int BINS_OF_LONG_SEASONS = 52;
    private static final double[] GAINS = {0.35, 0.02};
    private static final double NOISE_DISCOUNT = 0.995;
    private static final double NOISE_OF_ONE_SEASON = 0.3;
    private static final double SHRINKAGE = 0.5;
    private static final double CLIP = 2;
    private static final double FACTOR_MIN = 0.02;
    private static final int SEEN_MAX = 127;

    private final int length;
    private final int bins;
    private final float[] ring;
    private final float[][] profiles;
    private final byte[] seen;
    private final float[] noise = new float[SPEEDS];
    private final float[] noiseWeight = new float[SPEEDS];
    private int pushed;
    private int binCount;
    private float binSum;

    // Derived from the profiles whenever they change.
    private final double[] scale = new double[SPEEDS];
    private final double[] shift = new double[SPEEDS];
    private boolean usable;

    SeasonProfile(int length) {
        this.length = length;
        this.bins = length > BINS_MAX ? BINS_OF_LONG_SEASONS : length;
        this.ring = new float[bins + 1];
        this.profiles = new float[SPEEDS][bins];
        this.seen = new byte[bins];
    }

    int length() {
        return length;
    }

    /** Whether each of its places has been seen. */
    boolean usable() {
        return usable;
    }

    private int bin(int time) {
        return (int) ((long) (time % length) * bins / length);
    }

    /** By what the season multiplies the value at {@code time}; 1 until it is usable. */
    double factor(int speed, int time) {
        return usable ? Math.max(FACTOR_MIN, scale[speed] * profiles[speed][bin(time)] + shift[speed]) : 1;
    }

    /** The value of {@code back} steps before the newest, while bins are single steps and it is kept. */
    float past(int back) {
        return ring[Math.floorMod(pushed - 1 - back, ring.length)];
    }

    /** How many past values are kept. */
    int kept() {
        return bins == length ? Math.min(pushed, ring.length) : 0;
    }

    /** Takes the value at {@code time}, the next in order; true where the season has become usable by it. */
    boolean observe(int time, double value) {
        if (bins == length) {
            return push((float) value);
        }
        binSum += (float) value;
        binCount++;
        if (bin(time) == bin(time + 1)) {
            return false;
        }
        float mean = binSum / binCount;
        binSum = 0;
        binCount = 0;
        return push(mean);
    }

    private boolean push(float value) {
        ring[pushed++ % ring.length] = value;
        if (pushed <= bins) {
            return false;
        }
        int back = bins / 2;
        double ratio = past(back) / centredMean();
        if (!Double.isFinite(ratio)) {
            return false;
        }
        int place = Math.floorMod(pushed - 1 - back, bins);
        learn(place, Math.max(-bins, Math.min(bins, ratio)));
        if (seen[place] < SEEN_MAX) {
            seen[place]++;
        }
        boolean before = usable;
        derive();
        return usable && !before;
    }

    private double centredMean() {
        double sum = 0;
        for (int back = 0; back < bins; back++) {
            sum += past(back);
        }
        if (bins % 2 == 0) {
            sum += (past(bins) - past(0)) / 2;
        }
        return sum / bins;
    }

    private void learn(int place, double ratio) {
        int count = seen[place];
        for (int speed = 0; speed < SPEEDS; speed++) {
            float[] profile = profiles[speed];
            if (count == 0) {
                profile[place] = (float) ratio;
                continue;
            }
            double error = ratio - profile[place];
            if (noiseWeight[speed] > bins) {
                double limit = CLIP * StrictMath.sqrt(noise[speed]);
                error = Math.max(-limit, Math.min(limit, error));
            }
            noiseWeight[speed] = (float) (noiseWeight[speed] * NOISE_DISCOUNT + 1);
            double square = error * error * count / (count + 1);
            noise[speed] += (float) ((square - noise[speed]) / noiseWeight[speed]);
            profile[place] += (float) (Math.max(1.0 / (count + 1), GAINS[speed]) * error);
        }
    }

    private void derive() {
        double seenTotal = 0;
        for (byte count : seen) {
            if (count == 0) {
                return;
            }
            seenTotal += count;
        }
        usable = true;
        for (int speed = 0; speed < SPEEDS; speed++) {
            derive(speed, Math.min(seenTotal / bins, 2 / GAINS[speed]));
        }
    }

    private void derive(int speed, double seasons) {
        double mean = 0;
        double squares = 0;
        for (float factor : profiles[speed]) {
            mean += factor;
            squares += (double) factor * factor;
        }
        mean /= bins;
        double variance = squares / bins / (mean * mean) - 1;
        double noiseLeft = noiseWeight[speed] > 0 ? noise[speed] / seasons : variance * NOISE_OF_ONE_SEASON;
        double kept = mean > 0 && variance > 0 ? Math.max(0, Math.min(1, 1 - SHRINKAGE * noiseLeft / variance)) : 0;
        scale[speed] = kept > 0 ? kept / mean : 0;
        shift[speed] = 1 - kept;
    }

    void write(StateWriter out) {
        out.count(pushed);
        if (bins != length) {
            out.count(binCount);
            out.single(binSum);
        }
        out.singles(ring);
        for (int speed = 0; speed < SPEEDS; speed++) {
            out.singles(profiles[speed]);
            out.single(noise[speed]);
            out.single(noiseWeight[speed]);
        }
        for (byte count : seen) {
            out.octet(count);
        }
    }

    void read(StateReader in) {
        pushed = in.count();
        if (bins != length) {
            binCount = in.count();
            binSum = in.single();
        }
        in.singles(ring);
        for (int speed = 0; speed < SPEEDS; speed++) {
            in.singles(profiles[speed]);
            noise[speed] = in.single();
            noiseWeight[speed] = in.single();
        }
        for (int i = 0; i < bins; i++) {
            seen[i] = (byte) in.octet();
        }
        derive();
    }
}
