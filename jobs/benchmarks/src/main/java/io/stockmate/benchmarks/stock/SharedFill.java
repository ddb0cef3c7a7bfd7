package io.stockmate.benchmarks.stock;

/**
 * One fill rate for all items together, spread by marginal value: a further unit of an item sells with the probability
 * that demand over the protected days exceeds its level, so the least stock for a given sum of sales has the same
 * probability for every item (the newsvendor's condition with one multiplier; Sherbrooke, Optimal Inventory Modeling of
 * Systems, 2nd ed., ch. 2). That probability is moved a little every evening towards where the share of demand that was
 * lost of late is what may be lost: slowly, for the least stock needs it constant. A shop starts as one that has always
 * lost what it may.
 */
final class SharedFill implements LevelPolicy {
    private static final double RATE = 0.02;
    private static final double RATIO_MAX = 1.5;
    private static final double DISCOUNT = 0.98;
    /** A level that jumps up is bought and never given back: levels go so much of their way each evening. */
    private static final double LEVEL_GAIN = 0.3;

    private static final double EXCEEDED_MIN = 1e-4;
    private static final double EXCEEDED_MAX = 0.95;

    private final double lostAllowed;
    private final StockView view;
    private double[] means = new double[0];
    private double exceeded;
    private double[] smooth = new double[0];
    private double[] demanded = new double[0];
    private double[] lost = new double[0];

    SharedFill(double asked, StockView view) {
        this.lostAllowed = 1 - asked;
        this.view = view;
        this.exceeded = lostAllowed;
    }

    @Override
    public double[] levels(Evening evening) {
        boolean first = smooth.length == 0;
        if (first) {
            smooth = new double[evening.items()];
        }
        means = evening.recentMeans();
        double[] levels = new double[smooth.length];
        for (int i = 0; i < levels.length; i++) {
            double level = evening.protectedDemands()[i].quantile(1 - exceeded);
            smooth[i] += (first ? 1 : LEVEL_GAIN) * (level - smooth[i]);
            levels[i] = Math.max(0, Math.rint(smooth[i]));
        }
        return levels;
    }

    @Override
    public void served(double[] asked, double[] sold) {
        if (demanded.length == 0) {
            demanded = new double[asked.length];
            lost = new double[asked.length];
            for (int i = 0; i < asked.length; i++) {
                demanded[i] = means[i] / (1 - DISCOUNT);
                lost[i] = demanded[i] * lostAllowed;
            }
        }
        for (int i = 0; i < asked.length; i++) {
            demanded[i] = demanded[i] * DISCOUNT + asked[i];
            lost[i] = lost[i] * DISCOUNT + asked[i] - sold[i];
        }
        double ratio = Math.max(1 / RATIO_MAX, Math.min(RATIO_MAX, lostAllowed / lostShare()));
        exceeded = Math.max(EXCEEDED_MIN, Math.min(EXCEEDED_MAX, exceeded * Math.pow(ratio, RATE)));
    }

    private double lostShare() {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < demanded.length; i++) {
            if (demanded[i] > 0) {
                double weight = view.weight(demanded[i]);
                sum += weight * lost[i];
                weights += weight * demanded[i];
            }
        }
        return weights == 0 ? lostAllowed : sum / weights;
    }
}
