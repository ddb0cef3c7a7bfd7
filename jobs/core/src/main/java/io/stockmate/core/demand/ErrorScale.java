package io.stockmate.core.demand;

/**
 * How far values fall from their forecasts: a discounted mean absolute error that grows with the steps ahead, corrected
 * per range of steps, and multipliers for quantiles, moved online by how often they are exceeded (quantile tracking:
 * Gibbs and Candès, Adaptive conformal inference, 2021). Few errors leave it near what errors of most series are like.
 */
final class ErrorScale {
    private static final double[] ANCHORS = {0.025, 0.1, 0.9, 0.975};
    private static final double[] ANCHOR_SCORES = {-1.959964, -1.281552, 1.281552, 1.959964};
    private static final int RANGES = 7;
    private static final double DISCOUNT = 0.997;
    private static final double PRIOR_WEIGHT_OF_RANGES = 20;
    private static final double RATE = 0.003;

    /** An error counts for at most this multiple of the usual one: single large sales do not repeat. */
    private static final double CLIP = 10;

    /** See the constructor; for errors that grow with the steps ahead, of which a few short ones tell little. */
    static final double FEW = 32;

    /** The same for errors that hardly grow: about the quantiles of Student's t for as many errors. */
    static final double FEW_OF_LEVEL = 5;

    private final double growth;
    private final int reach;
    private final double few;
    private float sum;
    private float weight;
    private final float[] rangeSums = new float[RANGES];
    private final float[] rangeWeights = new float[RANGES];
    private final float[] multipliers = new float[ANCHORS.length];

    /**
     * @param growth the power of the steps ahead by which errors grow in most series
     * @param reach up to how many steps ahead it learns; beyond, errors are taken to grow no more
     * @param multipliers the multiples of the mean absolute error at probabilities 0.025, 0.1, 0.9 and 0.975 in most
     *     series
     */
    ErrorScale(double growth, int reach, double... multipliers) {
        this(growth, reach, FEW, multipliers);
    }

    /** @param few by how much intervals widen while errors are few: by 1 + few / errors */
    ErrorScale(double growth, int reach, double few, double[] multipliers) {
        this.few = few;
        this.growth = growth;
        this.reach = reach;
        for (int i = 0; i < ANCHORS.length; i++) {
            this.multipliers[i] = (float) multipliers[i];
        }
    }

    /** Starts from a mean absolute error one step ahead that counts for {@code values} errors. */
    void start(double error, double values) {
        sum = (float) (error * values);
        weight = (float) values;
    }

    private static int range(int step) {
        return Math.min(RANGES - 1, 31 - Integer.numberOfLeadingZeros(step));
    }

    void pass() {
        sum *= (float) DISCOUNT;
        weight *= (float) DISCOUNT;
    }

    void learn(int step, double error) {
        double power = Growth.power(step, growth);
        double relative = Math.abs(error) / power;
        int range = range(step);
        if (weight > 8) {
            double scale = at(step);
            if (scale > 0) {
                track(error / scale);
            }
            if (sum > 0) {
                relative = Math.min(relative, CLIP * sum / weight);
            }
        }
        if (weight > 0 && sum > 0) {
            rangeSums[range] = (float) (rangeSums[range] * DISCOUNT + relative / (sum / weight));
            rangeWeights[range] = (float) (rangeWeights[range] * DISCOUNT + 1);
        }
        sum += (float) relative;
        weight++;
    }

    private void track(double standardised) {
        for (int i = 0; i < ANCHORS.length; i++) {
            double step = RATE * Math.abs(ANCHOR_SCORES[i]);
            multipliers[i] += (float) (step * (ANCHORS[i] - (standardised < multipliers[i] ? 1 : 0)));
        }
    }

    /** The expected absolute error {@code step} steps ahead; NaN before the first. */
    double at(int step) {
        double place = StrictMath.log(step) / StrictMath.log(2);
        int below = Math.min(RANGES - 1, (int) place);
        int above = Math.min(RANGES - 1, below + 1);
        double share = Math.min(1, place - below);
        double correction = (1 - share) * correction(below) + share * correction(above);
        return sum / weight * Growth.power(Math.min(step, reach), growth) * correction * (1 + few / (weight + 1));
    }

    private double correction(int range) {
        return (rangeSums[range] + PRIOR_WEIGHT_OF_RANGES) / (rangeWeights[range] + PRIOR_WEIGHT_OF_RANGES);
    }

    /** The multiple of the expected absolute error at a probability, given its standard normal score. */
    double multiplier(double score) {
        if (score < 0) {
            return score > ANCHOR_SCORES[1]
                    ? multipliers[1] * score / ANCHOR_SCORES[1]
                    : between(score, ANCHOR_SCORES[1], multipliers[1], ANCHOR_SCORES[0], multipliers[0]);
        }
        return score < ANCHOR_SCORES[2]
                ? multipliers[2] * score / ANCHOR_SCORES[2]
                : between(score, ANCHOR_SCORES[2], multipliers[2], ANCHOR_SCORES[3], multipliers[3]);
    }

    /**
     * The distribution of errors of {@code scale} around a forecast; where the scale is not known yet the forecast
     * itself is taken for it. Without {@code negative} nothing lies below 0.
     */
    DemandDistribution around(double forecast, double scale, boolean negative) {
        double floor = negative ? Double.NEGATIVE_INFINITY : 0;
        double spread = Double.isNaN(scale) ? Math.abs(forecast) : scale;
        double[] values = new double[Scores.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(floor, forecast + multiplier(Scores.at(i)) * spread);
        }
        return DemandDistribution.of(Math.max(floor, forecast), values);
    }

    private static double between(double score, double near, double nearValue, double far, double farValue) {
        return nearValue + (score - near) / (far - near) * (farValue - nearValue);
    }

    void write(StateWriter out) {
        out.single(sum);
        out.single(weight);
        out.singles(rangeSums);
        out.singles(rangeWeights);
        out.singles(multipliers);
    }

    void read(StateReader in) {
        sum = in.single();
        weight = in.single();
        in.singles(rangeSums);
        in.singles(rangeWeights);
        in.singles(multipliers);
    }
}
